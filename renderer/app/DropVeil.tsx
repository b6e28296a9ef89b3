import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { receiveFile } from '../state/incomingFiles';
import { notify } from '../state/noticeStore';
import classes from './DropVeil.module.css';

/** A file can be dropped anywhere: a plan opens, a list of accounts goes to import. */
export function DropVeil() {
  const [isOver, setIsOver] = useState(false);

  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const onOver = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(true);
    };
    const onLeave = (event: DragEvent): void => {
      // Only leaving the window itself has nowhere to go to.
      if (event.relatedTarget === null) setIsOver(false);
    };
    const onDrop = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setIsOver(false);
      const [file, ...others] = event.dataTransfer?.files ?? [];
      if (file && others.length > 0) {
        const names = others.map(({ name }) => name).join(', ');
        notify('warning', `Only ${file.name} was taken`, `Drop the others one by one: ${names}.`);
      }
      if (file)
        void file
          .arrayBuffer()
          .then((bytes) => receiveFile({ name: file.name, bytes: new Uint8Array(bytes) }));
    };
    window.addEventListener('dragover', onOver);
    window.addEventListener('dragleave', onLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onOver);
      window.removeEventListener('dragleave', onLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, []);

  if (!isOver) return null;
  return (
    <div className={classes.veil}>
      <div className={classes.frame}>
        <IconFileSpreadsheet size={40} stroke={1.6} aria-hidden />
        <p className={classes.title}>Drop it to open or import it</p>
        <p>.evenland, .xlsx, .csv, .tsv, or a country’s postal codes (.zip)</p>
      </div>
    </div>
  );
}
