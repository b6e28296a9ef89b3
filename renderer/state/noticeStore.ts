import { createStore } from 'zustand/vanilla';

/**
 * Sentences for the person, from any layer; the frame shows them as notifications. Errors stay until closed,
 * the rest goes after six seconds.
 */
export interface Notice {
  readonly id: number;
  readonly tone: 'done' | 'info' | 'warning' | 'error';
  readonly title: string;
  /** What to do about it, or more of what happened; '' where the title says it all. */
  readonly text: string;
  /** One thing to do from here, e.g. Undo. */
  readonly action: { readonly label: string; readonly run: () => void } | null;
}

export interface NoticeState {
  /** The latest one; the frame has its own list of what is still on screen. */
  readonly latest: Notice | null;
}

export const noticeStore = createStore<NoticeState>(() => ({ latest: null }));

/** Tells the person something. */
export function notify(
  tone: Notice['tone'],
  title: string,
  text = '',
  action: Notice['action'] = null,
): void {
  noticeStore.setState(({ latest }) => ({
    latest: { id: (latest?.id ?? 0) + 1, tone, title, text, action },
  }));
}
