const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** A period as people and workbooks write it → 2026-01, 2026-Q1 or 2026; null where it is none. */
export function readPeriodText(text: string): string | null {
  const folded = text.trim().toLowerCase();
  const quarter =
    /^(\d{4})[\s\-/]*q([1-4])$/.exec(folded) ?? swapped(/^q([1-4])[\s\-/]*(\d{4})$/.exec(folded));
  if (quarter) return `${quarter[1]}-Q${quarter[2]}`;
  const year = /^(?:fy\s?)?(\d{4})$/.exec(folded);
  if (year) return year[1]!;
  // Excel turns 2026-01 into the first of that month; a deal's day counts for its month.
  const month =
    /^(\d{4})[-/.](\d{1,2})(?:[-/.](?:0?[1-9]|[12]\d|3[01])(?:[t ].*)?)?$/.exec(folded) ??
    swapped(/^(\d{1,2})[-/.](\d{4})$/.exec(folded));
  const named = /^([a-z]{3})[a-z]*[\s\-/.]*(\d{4})$/.exec(folded);
  const number = month ? Number(month[2]) : named ? MONTHS.indexOf(named[1]!) + 1 : 0;
  const of = month?.[1] ?? named?.[2];
  return number >= 1 && number <= 12 ? `${of!}-${String(number).padStart(2, '0')}` : null;
}

function swapped(match: RegExpExecArray | null): [string, string, string] | null {
  return match && [match[0], match[2]!, match[1]!];
}
