import type { PlanCommand } from './command';

/**
 * The same edit in another alignment: what a tool, a check or a rule does to a role's view of a scenario
 * (scenarioOfRole) is done to the role's own claims, territories, rules and exceptions.
 * @param role an overlay; undefined = the primary alignment, the command as it is
 */
export function commandOfRole(command: PlanCommand, role: string | undefined): PlanCommand {
  if (role === undefined) return command;
  switch (command.kind) {
    case 'batch':
      return { ...command, commands: command.commands.map((each) => commandOfRole(each, role)) };
    case 'assignAccounts':
    case 'applyAssignment':
    case 'setLocks':
    case 'assignUnits':
    case 'unassignUnits':
    case 'followUnits':
    case 'setRules':
    case 'applyRules':
    case 'applyBoundaries':
      return { ...command, role };
    case 'addTerritories':
      return { ...command, territories: command.territories.map((territory) => ({ ...territory, role })) };
    case 'putException':
      return { ...command, exception: { ...command.exception, role } };
    default:
      return command;
  }
}
