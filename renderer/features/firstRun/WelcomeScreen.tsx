import classes from './WelcomeScreen.module.css';

/** The three ways in. */
export function WelcomeScreen() {
  return (
    <div className={classes.screen}>
      <h1>Plan territories and pay together</h1>
    </div>
  );
}
