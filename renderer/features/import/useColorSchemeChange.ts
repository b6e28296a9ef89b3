import { useMantineColorScheme } from '@mantine/core';
import { useColorScheme } from '@mantine/hooks';

/** Changes when the window goes from light to dark, for canvases that must be painted again. */
export function useColorSchemeChange(): string {
  const { colorScheme } = useMantineColorScheme();
  const system = useColorScheme();
  return colorScheme === 'auto' ? system : colorScheme;
}
