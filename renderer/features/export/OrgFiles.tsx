import { ActionIcon, Button } from '@mantine/core';
import { IconFile, IconX } from '@tabler/icons-react';
import { HostError } from '../../../shared/bridge/contract';
import { hostApi } from '../../state/hostAccess';
import { notify } from '../../state/noticeStore';
import classes from './ExportScreen.module.css';
import { exportRunsStore, useExportRuns, type OrgFile } from './exportStore';

/** What the org holds today: with it, ids are filled in and only changes are loaded. */
export function OrgFiles() {
  const territories = useExportRuns((state) => state.orgTerritories);
  const associations = useExportRuns((state) => state.orgAssociations);
  return (
    <div className={classes.field}>
      <h2 className={classes.label}>Your org</h2>
      <div className={classes.orgFiles}>
        <OrgFileChoice
          label="Territories"
          explanation="An export of Territory2 with Id and DeveloperName fills in the ids."
          file={territories}
          onFile={(orgTerritories) => exportRunsStore.setState({ orgTerritories })}
        />
        <OrgFileChoice
          label="Associations"
          explanation="An export of ObjectTerritory2Association: what is right already stays, what moves is deleted."
          file={associations}
          onFile={(orgAssociations) => exportRunsStore.setState({ orgAssociations })}
        />
      </div>
    </div>
  );
}

interface OrgFileChoiceProps {
  readonly label: string;
  readonly explanation: string;
  readonly file: OrgFile | null;
  readonly onFile: (file: OrgFile | null) => void;
}

function OrgFileChoice({ label, explanation, file, onFile }: OrgFileChoiceProps) {
  async function choose(): Promise<void> {
    try {
      const [chosen] = await hostApi().openFiles({ purpose: 'org', multiple: false });
      if (chosen) onFile({ name: chosen.name, text: new TextDecoder().decode(chosen.bytes) });
    } catch (error) {
      notify('error', 'The file could not be read', error instanceof HostError ? error.message : '');
    }
  }
  return (
    <div className={classes.where}>
      <Button
        aria-label={`${label}: choose file`}
        leftSection={<IconFile size={14} stroke={1.8} />}
        onClick={() => void choose()}
      >
        {label}
      </Button>
      <span>{file ? file.name : explanation}</span>
      {file && (
        <ActionIcon aria-label={`${label}: without ${file.name}`} onClick={() => onFile(null)}>
          <IconX size={16} stroke={1.6} />
        </ActionIcon>
      )}
    </div>
  );
}
