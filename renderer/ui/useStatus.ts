import { useEffect } from 'react';
import { statusStore, type StatusPart } from '../state/statusStore';

/** Says something in the status bar while the calling screen is shown. Memoise the parts. */
export function useStatus(parts: readonly StatusPart[] | null, note: string | null = null): void {
  useEffect(() => {
    statusStore.setState({ parts, note });
    return () => statusStore.setState({ parts: null, note: null });
  }, [parts, note]);
}
