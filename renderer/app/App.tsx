import { MantineProvider } from '@mantine/core';

import { mantineTheme, resolveMantineVariables } from '../palette/mantineTheme';
import { PlanFormatProvider } from '../ui/PlanFormatProvider';
import { CommandSearch } from './CommandSearch';
import { Dialogs } from './Dialogs';
import { DropVeil } from './DropVeil';
import { ErrorBoundary } from './ErrorBoundary';
import { Frame } from './Frame';
import { Notices } from './Notices';

/** The whole window. The frame never changes; the screen in its middle does. */
export function App() {
  return (
    <MantineProvider
      theme={mantineTheme}
      cssVariablesResolver={resolveMantineVariables}
      defaultColorScheme="auto"
    >
      <ErrorBoundary area="window">
        <PlanFormatProvider>
          <Notices />
          <Frame />
          <CommandSearch />
          <Dialogs />
          <DropVeil />
        </PlanFormatProvider>
      </ErrorBoundary>
    </MantineProvider>
  );
}
