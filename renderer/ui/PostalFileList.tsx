import { ActionIcon, Button } from '@mantine/core';
import { IconMailbox, IconX } from '@tabler/icons-react';
import { useEffect } from 'react';
import {
  choosePostalFile,
  countryNames,
  postalFiles,
  removePostalFile,
  usePostalFiles,
} from '../state/postalFileStore';
import { usePlanFormat } from './PlanFormatContext';
import classes from './PostalFileList.module.css';

/** Postal codes of other countries: which were added, how to add more, how to be rid of them. */
export function PostalFileList() {
  const files = usePostalFiles();
  const format = usePlanFormat();
  useEffect(() => {
    void postalFiles();
  }, []);
  return (
    <div className={classes.block}>
      <p className={classes.text}>
        ZIP codes of the United States are built in; accounts elsewhere lie at their city. For another
        country, add its postal file from GeoNames (download.geonames.org/export/zip), for example DE.zip for
        Germany. It is kept on this computer.
      </p>
      {files.length > 0 && (
        <ul className={classes.files} aria-label="Postal codes added">
          {files.map(({ name, countries, codeCount }) => (
            <li key={name} className={classes.file}>
              <span className={classes.grow}>
                <b>{countryNames(countries)}</b> {format.number(codeCount)} codes, {name}
              </span>
              <ActionIcon
                size="xs"
                variant="subtle"
                aria-label={`Remove the postal codes of ${countryNames(countries)}`}
                onClick={() => void removePostalFile(name)}
              >
                <IconX size={12} aria-hidden />
              </ActionIcon>
            </li>
          ))}
        </ul>
      )}
      <Button
        size="xs"
        leftSection={<IconMailbox size={14} stroke={1.6} aria-hidden />}
        onClick={() => void choosePostalFile()}
      >
        Add postal codes
      </Button>
    </div>
  );
}
