import type { PlanDocument } from '../model/planDocument';
import type { Rep } from '../model/rep';
import type { Scenario } from '../model/scenario';
import type { Territory } from '../model/territory';

/** A rep's territory in the scenario, and the part of it that is the rep's where several share it. */
export interface Seat {
  readonly territoryIndex: number;
  readonly share: number;
}

const known = new WeakMap<readonly Territory[], { readonly reps: readonly Rep[]; readonly seats: Seats }>();

/** By id of the rep. */
type Seats = ReadonlyMap<string, Seat>;

/** Who sits where; found again only when the team or the territories are others, which a move of accounts never does. */
export function seatsOf(
  { reps }: Pick<PlanDocument, 'reps'>,
  { territories }: Pick<Scenario, 'territories'>,
): Seats {
  const kept = known.get(territories);
  if (kept?.reps === reps) return kept.seats;
  const seats = findSeats(reps, territories);
  known.set(territories, { reps, seats });
  return seats;
}

function findSeats(reps: readonly Rep[], territories: readonly Territory[]): Seats {
  const indexOfId = new Map(
    territories.flatMap((territory, index) => (territory.isRemoved ? [] : [[territory.id, index] as const])),
  );
  const capacityOf = new Map<number, number>();
  const seated = reps.flatMap((rep) => {
    const territoryIndex = indexOfId.get(rep.territoryId ?? '');
    if (territoryIndex === undefined) return [];
    capacityOf.set(territoryIndex, (capacityOf.get(territoryIndex) ?? 0) + rep.capacityRatio);
    return [{ rep, territoryIndex }];
  });
  return new Map(
    seated.map(({ rep, territoryIndex }) => {
      const capacity = capacityOf.get(territoryIndex)!;
      return [rep.id, { territoryIndex, share: capacity > 0 ? rep.capacityRatio / capacity : 0 }];
    }),
  );
}
