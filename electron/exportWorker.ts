import { exporters } from './export/exporters';
import { serveExportJob } from './host/serveExportJob';

/** The script of an export job's thread: the one place where the host meets the exporters. */
void serveExportJob(exporters);
