export const deals = {
  board: {
    title: 'Sales pipeline',
    expected: 'Expected',
    empty: 'No deals',
    win: 'Win',
    winning: 'Making the documents…',
    openOrder: 'Order',
    noOrder: 'The order is still being made. Open it a little later.',
    stale: 'No movement for long',
    more: 'Show more',
    deals_one: '{{count}} deal',
    deals_other: '{{count}} deals',
  },
}
