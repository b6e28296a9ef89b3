import { IconFileSpreadsheet } from '@tabler/icons-react';
import templateUrl from '../../../assets/templates/accountList.xlsx?url';
import classes from './DropCard.module.css';

/** Where a file can be dropped, though anywhere will do. */
export function DropCard() {
  return (
    <div className={classes.zone}>
      <IconFileSpreadsheet className={classes.icon} size={30} stroke={1.6} aria-hidden />
      <p className={classes.title}>Drop a file here, or anywhere</p>
      <p className={classes.kinds}>.xlsx, .csv, .tsv</p>
      <ul className={classes.sources}>
        {['Salesforce', 'HubSpot', 'Dynamics 365', 'your own sheet'].map((source) => (
          <li key={source}>{source}</li>
        ))}
      </ul>
      <a className={classes.template} href={templateUrl} download="Account list.xlsx">
        Get a template to fill in
      </a>
    </div>
  );
}
