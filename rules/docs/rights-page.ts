/** Which role may do what: every operation of a workspace, the right that it needs and the roles that have it. */
export function rightsPage(
  operationRights: Readonly<Record<string, string>>,
  roles: readonly string[],
  mayDo: (role: string, right: string) => boolean,
): string {
  const operations = Object.entries(operationRights)
  const rows = operations.map(([operation, right]) => {
    const [method, path] = operation.split(' ')
    return `| \`${method!.toUpperCase()} ${path}\` | ${right} | ${roles.map((role) => (mayDo(role, right) ? '✓' : '')).join(' | ')} |`
  })
  return [
    '# Who may do what',
    '',
    'Written by `npm run docs`; do not edit. Rows are the operations of a workspace (below `/api/v1/workspaces/{workspaceId}`), columns the system roles. `server/scenarios/roles.test.ts` signs in with each role and tries each operation: what is ticked is not forbidden, everything else is refused with 403.',
    '',
    `${operations.length} operations × ${roles.length} roles = ${operations.length * roles.length} answers. Beyond a right, the scope of a role decides which customers, deals and orders are seen at all.`,
    '',
    `| Operation | Right | ${roles.join(' | ')} |`,
    `| --- | --- | ${roles.map(() => ':-:').join(' | ')} |`,
    ...rows,
    '',
  ].join('\n')
}
