import { Button, TextInput } from '@mantine/core';
import { useState } from 'react';
import { attributeText, type AccountTable } from '../../../shared/model/accountTable';
import { PLACE_LEVELS } from '../../../shared/model/placeLevel';
import { placeByHand, readPair } from './placeByHand';
import classes from './PlaceReview.module.css';
import { PLACE_LABELS } from './tableColumns';

interface PlaceFactsProps {
  readonly accounts: AccountTable;
  readonly row: number;
}

const ADDRESS = ['street', 'city', 'region', 'postal', 'county', 'country'] as const;

/** What the row says about its place, how it was placed, and a field for coordinates. */
export function PlaceFacts({ accounts, row }: PlaceFactsProps) {
  const [text, setText] = useState('');
  const pair = readPair(text);
  const level = PLACE_LEVELS[accounts.placeLevels[row]!] ?? 'none';
  const reason = attributeText(accounts, 'placeReason', row);
  const address = ADDRESS.map((id) => attributeText(accounts, id, row)).filter(Boolean);
  const isPlaced = !Number.isNaN(accounts.lat[row]!);
  return (
    <div className={classes.facts}>
      <h2 className={classes.name}>{accounts.names[row]}</h2>
      <p className={classes.address}>{address.join(', ') || 'No address in the row'}</p>
      <p className={classes.level}>
        {PLACE_LABELS[level]}
        {reason && reason !== PLACE_LABELS[level] && <span className={classes.reason}> · {reason}</span>}
      </p>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (pair) placeByHand(row, pair.lat, pair.lng);
        }}
      >
        <TextInput
          className={classes.pair ?? ''}
          aria-label="Latitude and longitude"
          placeholder="41.8781, −87.6298"
          value={text}
          error={text !== '' && !pair ? 'Latitude, then longitude, in degrees' : null}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" disabled={!pair}>
          Place
        </Button>
        <Button
          disabled={!isPlaced}
          title="The place stays, and leaves this list"
          onClick={() => placeByHand(row, accounts.lat[row]!, accounts.lng[row]!)}
        >
          It is right
        </Button>
      </form>
    </div>
  );
}
