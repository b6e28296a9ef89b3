import { Component, type ErrorInfo, type ReactNode } from 'react';
import { logProblem } from '../state/hostAccess';
import classes from './ErrorBoundary.module.css';

interface ErrorBoundaryProps {
  /** What is lost to view when it fails. */
  readonly area: 'window' | 'screen';
  readonly children: ReactNode;
}

interface ErrorBoundaryState {
  readonly failure: string | null;
}

/** Keeps a defect of one screen from taking the window: the plan is saved step by step and stays. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, ErrorBoundaryState> {
  override state: ErrorBoundaryState = { failure: null };

  static getDerivedStateFromError(error: unknown): ErrorBoundaryState {
    return { failure: error instanceof Error ? error.message : String(error) };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    logProblem(`${error.stack ?? error.message}\n${info.componentStack ?? ''}`);
  }

  override render(): ReactNode {
    if (this.state.failure === null) return this.props.children;
    return (
      <div className={classes.box} role="alert">
        <h1 className={classes.title}>This {this.props.area} stopped working</h1>
        <p>
          Your plan is safe: every change was saved as you made it. Try again; if it happens a second time,
          undo the last step or go to another screen.
        </p>
        <p className={classes.detail}>{this.state.failure}</p>
        <div className={classes.actions}>
          <button type="button" className={classes.primary} onClick={() => this.setState({ failure: null })}>
            Try again
          </button>
          <button type="button" className={classes.secondary} onClick={() => window.location.reload()}>
            Reload the window
          </button>
        </div>
      </div>
    );
  }
}
