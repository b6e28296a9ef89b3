import { memo, useMemo } from 'react';
import { UNIT_LAYERS } from '../../../shared/geo/unitLayers';
import type { UnitLevel } from '../../../shared/model/exception';
import type { PlanDocument } from '../../../shared/model/planDocument';
import type { DotSizes, MapPoints } from '../../map/mapAccounts';
import { INDEX_BANDS, INDEX_BAND_WORDS } from '../../palette/indexBand';
import { useViewStore } from '../../state/viewStore';
import { usePlanFormat } from '../../ui/PlanFormatContext';
import type { AccountKinds } from './accountColoring';
import { ColorChoice, DotChoice } from './MapChoices';
import classes from './MapLegend.module.css';
import { classText } from './measureClasses';
import { UNIT_NAMES } from './unitNames';
import type { ClassedMeasure } from './useMapColoring';

interface MapLegendProps {
  readonly plan: Pick<PlanDocument, 'accounts' | 'unitMeasures'>;
  readonly places: MapPoints;
  readonly sizes: DotSizes;
  /** Classes of the measure that colours the map; null while none does. */
  readonly classed: ClassedMeasure | null;
  /** Kinds of accounts that an attribute colours; null while none does. */
  readonly kinds: AccountKinds | null;
  /** Whether accounts are shown by their density now. */
  readonly isDensity: boolean;
  /** Whether the base map shows ZIP3 areas now. */
  readonly hasZip3: boolean;
  /** Whether territories have boundaries drawn by hand. */
  readonly hasBoundaries: boolean;
}

const DOT_DIAMETERS = [2.4, 3.6, 5.2] as const;

/** What the colours, dots and lines of the map stand for; the colouring is chosen here. */
export const MapLegend = memo(function MapLegend(legend: MapLegendProps) {
  const { plan, places, sizes, classed, kinds, isDensity, hasZip3, hasBoundaries } = legend;
  const color = useViewStore((view) => view.mapColor);
  const unitLevel = useViewStore((view) => view.unitLevel);
  const { sizeNames } = sizes;
  const hasHollow = useMemo(
    () => places.hollow.some((isHollow, row) => isHollow === 1 && !places.hidden[row]),
    [places],
  );
  const sizeText =
    sizeNames.length > 1
      ? `${sizeNames[0]!} to ${sizeNames[sizeNames.length - 1]!.toLowerCase()}`
      : 'Accounts';
  const densityText = color.kind === 'heat' ? 'Little to most in view' : 'Few to most in view';
  return (
    <section className={classes.legend} data-map-control aria-label="Legend">
      <ColorChoice plan={plan} />
      {classed && <ClassRows classed={classed} />}
      {kinds && <KindRows kinds={kinds} />}
      {color.kind === 'index' &&
        INDEX_BANDS.map((band, position) => (
          <div key={band} className={classes.row}>
            <i
              className={classes.chip}
              style={{ background: `var(--${band === 'mid' ? 'corridor' : band})` }}
              aria-hidden
            />
            {INDEX_BAND_WORDS[position]}
          </div>
        ))}
      {unitLevel && (color.kind === 'territory' || color.kind === 'index') && <UnitRows level={unitLevel} />}
      <div className={classes.row}>
        {isDensity ? <DensityRamp ofMeasure={color.kind === 'heat'} /> : <DotSizesMark />}
        <DotChoice plan={plan} text={isDensity ? densityText : sizeText} />
      </div>
      {hasHollow && !isDensity && (
        <div className={classes.row}>
          <svg width="64" height="12" aria-hidden>
            <circle cx="32" cy="6" r="3" fill="var(--halo)" stroke="var(--terr-ink)" strokeWidth="1.4" />
          </svg>
          Placed by town or area only
        </div>
      )}
      <div className={classes.row}>
        <svg width="64" height="12" aria-hidden>
          <line x1="2" x2="60" y1="6" y2="6" stroke="var(--halo)" strokeWidth="4" />
          <line x1="2" x2="60" y1="6" y2="6" stroke="var(--terr-ink)" strokeWidth="1.4" />
        </svg>
        Territory border
      </div>
      {hasZip3 && <Zip3Row />}
      {hasBoundaries && <BoundaryRow />}
    </section>
  );
});

function Zip3Row() {
  return (
    <div className={classes.row}>
      <svg width="64" height="12" aria-hidden>
        <line x1="2" x2="60" y1="6" y2="6" stroke="var(--terr-ink)" strokeDasharray="3 3" opacity="0.6" />
      </svg>
      ZIP3 area, approximate
    </div>
  );
}

function BoundaryRow() {
  return (
    <div className={classes.row}>
      <svg width="64" height="12" aria-hidden>
        <line x1="2" x2="60" y1="6" y2="6" stroke="var(--halo)" strokeWidth="4" />
        <line
          x1="2"
          x2="60"
          y1="6"
          y2="6"
          stroke="var(--terr-ink)"
          strokeWidth="1.8"
          strokeDasharray="10 4"
        />
      </svg>
      Drawn boundary
    </div>
  );
}

/** How the map tells who has the land from who has the accounts. */
function UnitRows({ level }: { readonly level: UnitLevel }) {
  return (
    <>
      <div className={classes.row}>
        <i className={classes.chip} style={{ background: 'var(--territory-fill-1)' }} aria-hidden />
        {UNIT_NAMES[level].one} assigned to a territory
      </div>
      <div className={classes.row}>
        <i
          className={classes.chip}
          style={{ background: 'var(--territory-fill-1)', opacity: 0.35 }}
          aria-hidden
        />
        Land of the nearest accounts only
      </div>
      {UNIT_LAYERS[level].isApproximate && (
        <div className={classes.row}>Outlines of ZIP3 areas are approximate</div>
      )}
    </>
  );
}

function ClassRows({ classed }: { readonly classed: ClassedMeasure }) {
  const format = usePlanFormat();
  return classed.classes.map(({ from, to, count }, position) =>
    count > 0 ? (
      <div key={position} className={classes.row}>
        <i className={classes.chip} style={{ background: `var(--seq-${position + 1})` }} aria-hidden />
        <span className={classes.grow}>{classText(from, to, classed.kind, format)}</span>
        <span>{format.number(count)}</span>
      </div>
    ) : null,
  );
}

/** From little to the densest place in view. */
function DensityRamp({ ofMeasure }: { readonly ofMeasure: boolean }) {
  const colors = ofMeasure
    ? [2, 3, 4, 5, 6].map((step) => `var(--seq-${step})`).join(', ')
    : 'transparent, var(--terr-ink)';
  return (
    <i className={classes.ramp} style={{ background: `linear-gradient(90deg, ${colors})` }} aria-hidden />
  );
}

function DotSizesMark() {
  return (
    <svg width="64" height="12" aria-hidden>
      {DOT_DIAMETERS.map((diameter, size) => (
        <circle key={diameter} cx={8 + size * 24} cy="6" r={diameter / 2 + 0.4} fill="var(--terr-ink)" />
      ))}
    </svg>
  );
}

function KindRows({ kinds: { kinds, restCount } }: { readonly kinds: AccountKinds }) {
  const format = usePlanFormat();
  return (
    <>
      {kinds.map(({ name, count }, kind) => (
        <div key={name} className={classes.row}>
          <i
            className={classes.chip}
            style={{ background: `var(--territory-ink-${kind + 1})` }}
            aria-hidden
          />
          <span className={classes.grow}>{name}</span>
          <span>{format.number(count)}</span>
        </div>
      ))}
      {restCount > 0 && (
        <div className={classes.row}>
          <i className={classes.chip} style={{ background: 'var(--terr-ink)' }} aria-hidden />
          <span className={classes.grow}>Others and none</span>
          <span>{format.number(restCount)}</span>
        </div>
      )}
    </>
  );
}
