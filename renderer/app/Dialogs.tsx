import { lazy, Suspense } from 'react';
import { SettingsDialog } from '../features/settings/SettingsDialog';
import { AboutDialog } from '../features/settings/AboutDialog';
import { KeysDialog } from '../features/settings/KeysDialog';
import { NameDialog } from '../features/settings/NameDialog';
import { closeDialog, useDialogStore } from '../state/dialogStore';

const ExceptionDialog = lazy(async () => ({
  default: (await import('../features/territories/exceptions/ExceptionDialog')).ExceptionDialog,
}));

const PrintDialog = lazy(async () => ({
  default: (await import('../features/territories/print/PrintDialog')).PrintDialog,
}));

const WhyDialog = lazy(async () => ({
  default: (await import('../features/territories/why/WhyDialog')).WhyDialog,
}));

/** The one dialog that is open, if any. */
export function Dialogs() {
  const dialog = useDialogStore((state) => state.dialog);
  switch (dialog?.kind) {
    case undefined:
      return null;
    case 'settings':
      return <SettingsDialog onClose={closeDialog} />;
    case 'about':
      return <AboutDialog onClose={closeDialog} />;
    case 'keys':
      return <KeysDialog onClose={closeDialog} />;
    case 'print':
      return (
        <Suspense fallback={null}>
          <PrintDialog shown={dialog.shown} onClose={closeDialog} />
        </Suspense>
      );
    case 'exception':
      return (
        <Suspense fallback={null}>
          <ExceptionDialog target={dialog.target} onClose={closeDialog} />
        </Suspense>
      );
    case 'why':
      return (
        <Suspense fallback={null}>
          <WhyDialog row={dialog.row} onClose={closeDialog} />
        </Suspense>
      );
    case 'name':
      return <NameDialog dialog={dialog} onClose={closeDialog} />;
  }
}
