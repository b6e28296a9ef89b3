import { Radio } from '@mantine/core';
import classes from './ChoiceList.module.css';
import { EXPORT_CHOICES, type ChoiceKind } from './exportChoices';
import { exportPresetStore } from './exportStore';

/** What can be written; arrow keys go through it. The choice is remembered for the next time. */
export function ChoiceList({ kind }: { readonly kind: ChoiceKind }) {
  return (
    <Radio.Group
      className={classes.list}
      label="What to export"
      classNames={{ label: classes.unseen }}
      value={kind}
      onChange={(value) => {
        const choice = EXPORT_CHOICES.find((each) => each.kind === value);
        if (choice) exportPresetStore.setState({ kind: choice.kind });
      }}
    >
      {EXPORT_CHOICES.map((choice) => (
        <Radio.Card
          key={choice.kind}
          value={choice.kind}
          className={classes.choice}
          aria-label={choice.title}
        >
          <choice.icon size={18} stroke={1.6} aria-hidden />
          <span className={classes.words}>
            <strong>{choice.title}</strong>
            <span>{choice.text}</span>
          </span>
        </Radio.Card>
      ))}
    </Radio.Group>
  );
}
