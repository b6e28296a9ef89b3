/** Placeholder while the table is wired. */
export function AccountsScreen() {
  return <div />;
}
