import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconChartLine, IconCopy, IconPhoto, IconTable } from '@tabler/icons-react';
import { useRef, useState, type ReactNode } from 'react';
import { notify } from '../state/noticeStore';
import classes from './ChartPanel.module.css';
import type { ChartTable } from './chartTable';
import { copyPicture, copyTable } from './copyChart';

interface ChartPanelProps {
  readonly title: string;
  readonly hint?: string;
  readonly table: ChartTable;
  /** Stands between the title and the buttons. */
  readonly controls?: ReactNode;
  /** The chart; its first SVG is what is copied as a picture. */
  readonly children: ReactNode;
}

/** A chart under its title, with its figures one click away and a way to take either along. */
export function ChartPanel({ title, hint, table, controls, children }: ChartPanelProps) {
  const [isTable, setIsTable] = useState(false);
  const body = useRef<HTMLDivElement>(null);

  async function copy(what: string, take: () => Promise<void>): Promise<void> {
    try {
      await take();
      notify('done', `${what} copied`);
    } catch {
      notify('error', `${what} could not be copied`, 'The clipboard is not open to Evenland here.');
    }
  }

  function copyShownPicture(): void {
    const svg = body.current?.querySelector('svg');
    if (svg) void copy('Picture', () => copyPicture(svg));
  }

  const toggle = isTable ? 'Show the chart' : 'Show the figures';
  return (
    <section className={classes.panel} aria-label={title}>
      <header className={classes.header}>
        <h2 className={classes.title} title={hint}>
          {title}
        </h2>
        <span className={classes.hint} title={hint}>
          {hint}
        </span>
        {controls !== undefined && <div className={classes.controls}>{controls}</div>}
        <Tooltip label={toggle}>
          <ActionIcon aria-label={toggle} onClick={() => setIsTable(!isTable)}>
            {isTable ? <IconChartLine size={16} stroke={1.6} /> : <IconTable size={16} stroke={1.6} />}
          </ActionIcon>
        </Tooltip>
        <Menu position="bottom-end">
          <Menu.Target>
            <ActionIcon aria-label={`Copy ${title}`}>
              <IconCopy size={16} stroke={1.6} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconPhoto size={16} stroke={1.6} />}
              disabled={isTable}
              onClick={copyShownPicture}
            >
              Copy as picture
            </Menu.Item>
            <Menu.Item
              leftSection={<IconTable size={16} stroke={1.6} />}
              onClick={() => void copy('Table', () => copyTable(table))}
            >
              Copy as table
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </header>
      <div className={classes.body} ref={body}>
        {isTable ? <FiguresTable title={title} table={table} /> : children}
      </div>
    </section>
  );
}

function FiguresTable({ title, table }: { readonly title: string; readonly table: ChartTable }) {
  return (
    <div className={classes.scroll} role="region" aria-label={`Figures of ${title}`} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, at) => (
            <tr key={at}>
              {row.map((cell, index) => (
                <td key={index}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
