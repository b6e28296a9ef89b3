import { Modal } from '@mantine/core';
import { useEffect } from 'react';
import { useAppInfo } from '../../state/appInfoStore';
import { countryNames, postalFiles, usePostalFiles } from '../../state/postalFileStore';
import { ATTRIBUTIONS } from './attributions';
import classes from './dialog.module.css';

/** What the app is, whose data and code it stands on, and under which terms. */
export function AboutDialog({ onClose }: { readonly onClose: () => void }) {
  const added = usePostalFiles();
  useEffect(() => {
    void postalFiles();
  }, []);
  const version = useAppInfo()?.appVersion ?? '';
  return (
    <Modal opened onClose={onClose} title="About Evenland" size={520}>
      <section className={classes.section}>
        <p className={classes.text}>
          Plan sales territories and sales compensation together, offline. Everything stays on this computer.
        </p>
        <p className={classes.note}>Version {version}. Free software under the MIT licence.</p>
      </section>
      <section className={classes.section}>
        <h3 className={classes.heading}>Places and maps</h3>
        <AttributionList kind="data" />
        {added.length > 0 && (
          <p className={classes.note}>
            Postal codes you added: {added.map(({ countries }) => countryNames(countries)).join(', ')}, from
            GeoNames, Creative Commons Attribution 4.0.
          </p>
        )}
      </section>
      <section className={classes.section}>
        <h3 className={classes.heading}>Made with</h3>
        <AttributionList kind="code" />
      </section>
    </Modal>
  );
}

function AttributionList({ kind }: { readonly kind: 'data' | 'code' }) {
  return (
    <ul className={classes.list} tabIndex={0} aria-label={kind === 'data' ? 'Places and maps' : 'Made with'}>
      {ATTRIBUTIONS.filter((each) => each.kind === kind).map((each) => (
        <li key={each.name}>
          <b>{each.name}</b> <span className={classes.text}>{each.terms}</span>
        </li>
      ))}
    </ul>
  );
}
