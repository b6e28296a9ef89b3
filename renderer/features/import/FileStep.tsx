import { Button } from '@mantine/core';
import { IconClipboardText, IconDownload, IconFileSpreadsheet, IconFolderOpen } from '@tabler/icons-react';
import templateUrl from '../../../assets/templates/accountList.xlsx?url';
import { FIELD_LABELS } from '../../../shared/io/import/fields';
import { keyText } from '../../ui/keyText';
import { BuildError } from './BuildError';
import { FIELD_GROUPS, fieldHelp } from './fieldChoices';
import classes from './FileStep.module.css';
import { chooseImportFile, openPastedText } from './importActions';
import { useImport } from './importStore';
import { RunningLine } from './RunningLine';

/** Where a list comes from: a file dropped or chosen, or rows pasted. */
export function FileStep() {
  const running = useImport((state) => state.running);
  return (
    <div className={classes.step}>
      <div className={classes.column}>
        <RunningLine />
        <BuildError />
        <div className={classes.drop} data-busy={running !== null || undefined}>
          <span className={classes.icon}>
            <IconFileSpreadsheet size={28} stroke={1.6} aria-hidden />
          </span>
          <h2 className={classes.title}>Drop your account list here</h2>
          <p className={classes.text}>
            CSV, TSV or Excel, as your CRM or spreadsheet gave it. It is read on this computer and goes
            nowhere else.
          </p>
          <div className={classes.buttons}>
            <Button
              variant="filled"
              size="sm"
              leftSection={<IconFolderOpen size={16} stroke={1.6} aria-hidden />}
              onClick={() => void chooseImportFile()}
            >
              Choose file
            </Button>
            <Button
              size="sm"
              leftSection={<IconClipboardText size={16} stroke={1.6} aria-hidden />}
              onClick={() => void pasteRows()}
            >
              Paste rows
            </Button>
            <Button
              component="a"
              href={templateUrl}
              download="Account list.xlsx"
              size="sm"
              leftSection={<IconDownload size={16} stroke={1.6} aria-hidden />}
            >
              Get a template
            </Button>
          </div>
          <p className={classes.hint}>
            Or copy rows in Excel, headers included, and press {keyText('mod+V')} here. The template is an
            Excel list to fill in, with two examples and a line on each column.
          </p>
        </div>
        <FieldList />
      </div>
    </div>
  );
}

/** Reads the clipboard where the browser lets a page do so; else the person is told the key that does. */
async function pasteRows(): Promise<void> {
  const text = await navigator.clipboard.readText().catch(() => '');
  await openPastedText(text);
}

function FieldList() {
  return (
    <section className={classes.fields} aria-labelledby="import-fields">
      <h2 className={classes.subtitle} id="import-fields">
        What a list can hold
      </h2>
      <p className={classes.text}>
        A name and a place are enough: a postal code, or city and state, or latitude and longitude. Headers
        and their order don’t matter; you check the match before anything is imported.
      </p>
      <div className={classes.groups}>
        {FIELD_GROUPS.filter(({ group }) => group !== 'Leave out').map(({ group, choices }) => (
          <dl key={group} className={classes.group}>
            {choices.map((choice) => (
              <div key={choice} className={classes.field}>
                <dt>{FIELD_LABELS[choice]}</dt>
                <dd>{fieldHelp(choice)}</dd>
              </div>
            ))}
          </dl>
        ))}
      </div>
    </section>
  );
}
