import { createExporters } from './export/exporters';
import { serveExportJob } from './host/serveExportJob';

/** The script of an export job's thread (out/host): the one place where the host meets the exporters. */
void serveExportJob(createExporters(new URL('../../assets/', import.meta.url)));
