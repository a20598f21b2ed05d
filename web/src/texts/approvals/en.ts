/** Questions that wait for somebody's word. */
export const approvals = {
  title: 'Approvals',
  views: {
    label: 'Which approvals',
    mine: 'Waiting for me',
    pending: 'All open',
    requested: 'My requests',
    decided: 'Decided',
  },
  empty: {
    mine: 'Nothing waits for your decision. When an order or a discount goes over somebody’s limit, the question appears here.',
    pending: 'There are no open questions.',
    requested: 'You have not asked for anything.',
    decided: 'Nothing has been decided yet.',
  },
  askedBy: 'Asked by',
  waitsFor: 'To be decided by: {{who}}',
  until: 'until',
  days_one: '{{count}} day',
  days_other: '{{count}} days',
  level: 'Level {{level}} of {{count}}',
  comment: 'Comment: {{what}}',
  placeholder: 'Comment',
  why: 'Write why not',
  approve: 'Approve',
  reject: 'Reject',
  withdraw: 'Withdraw the request',
}
