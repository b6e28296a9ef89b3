import art from '../../../assets/data/art/sampleArt.json';
import classes from './SampleArt.module.css';

/** The sample plan's map, small: drawn from its own territories when the app was made. */
export function SampleArt() {
  return (
    <svg
      className={classes.art}
      viewBox="0 0 404 196"
      preserveAspectRatio="xMidYMid slice"
      role="img"
      aria-label="Map of the sample plan: 24 territories across the United States"
    >
      <path className={classes.land} d={art.land} />
      {art.territories.map(({ colorIndex, path }) => (
        <path
          key={path.slice(0, 24)}
          d={path}
          fill={`var(--territory-fill-${colorIndex + 1})`}
          stroke="var(--terr-edge)"
          strokeWidth="1"
          strokeLinejoin="round"
        />
      ))}
      <path className={classes.states} d={art.states} />
      {art.dots.map(([x = 0, y = 0, colorIndex = 0]) => (
        <circle key={`${x} ${y}`} cx={x} cy={y} r="0.8" fill={`var(--territory-ink-${colorIndex + 1})`} />
      ))}
    </svg>
  );
}
