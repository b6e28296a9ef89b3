/** Heights of the account drawer, CSS pixels: its header alone, open, and open on a narrow window. */
export const DRAWER_HEAD_PX = 38;
export const DRAWER_PX = 207;
export const DRAWER_NARROW_PX = 150;
