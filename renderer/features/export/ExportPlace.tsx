import { ActionIcon, Button } from '@mantine/core';
import { IconFolder, IconX } from '@tabler/icons-react';
import { HostError } from '../../../shared/bridge/contract';
import { useAppInfo } from '../../state/appInfoStore';
import { hostApi } from '../../state/hostAccess';
import { notify } from '../../state/noticeStore';
import classes from './ExportScreen.module.css';
import { exportRunsStore, useExportRuns } from './exportStore';

/** A host on the desktop writes into a chosen folder; a browser has its downloads. */
export function ExportPlace() {
  const info = useAppInfo();
  const folder = useExportRuns((state) => state.folder);
  if (info?.host !== 'desktop') {
    return (
      <div className={classes.field}>
        <h2 className={classes.label}>Where</h2>
        <p className={classes.lead}>It arrives where this browser keeps its downloads.</p>
      </div>
    );
  }
  async function choose(): Promise<void> {
    try {
      const chosen = await hostApi().chooseFolder({ purpose: 'export' });
      if (chosen) exportRunsStore.setState({ folder: chosen });
    } catch (error) {
      notify('error', 'No folder could be chosen', error instanceof HostError ? error.message : '');
    }
  }
  return (
    <div className={classes.field}>
      <h2 className={classes.label}>Where</h2>
      <div className={classes.where}>
        <Button leftSection={<IconFolder size={14} stroke={1.8} />} onClick={() => void choose()}>
          {folder ? 'Other folder' : 'Always into one folder'}
        </Button>
        <span>{folder ? folder.name : 'You are asked each time.'}</span>
        {folder && (
          <ActionIcon aria-label="Ask each time" onClick={() => exportRunsStore.setState({ folder: null })}>
            <IconX size={16} stroke={1.6} />
          </ActionIcon>
        )}
      </div>
    </div>
  );
}
