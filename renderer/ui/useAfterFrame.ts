import { useEffect, useState } from 'react';

/** Long enough for the frame that is being drawn to reach the screen first, too short to be noticed. */
const MOMENT_MS = 30;

/** A value as it was until the frame that shows what else follows from the new one is painted. */
export function useAfterFrame<T>(value: T): T {
  const [shown, setShown] = useState(value);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const request = requestAnimationFrame(() => {
      timer = setTimeout(() => setShown(value), MOMENT_MS);
    });
    return () => {
      cancelAnimationFrame(request);
      clearTimeout(timer);
    };
  }, [value]);
  return shown;
}
