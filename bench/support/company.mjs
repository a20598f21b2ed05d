/** A company with products in stock and customers, and deals of three lines to be won. Over HTTP, as anybody would. */
export async function companyOf(application, { products, customers }) {
  const owner = await application.ask('owner', { email: 'bench@example.kz', companyName: 'Bench', bin: '150140000012' })
  let { url } = application
  const call = async (method, path, body) => {
    const response = await fetch(`${url}/api/v1/workspaces/${owner.workspaceId}${path}`, {
      method,
      headers: { authorization: `Bearer ${owner.token}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    const answer = await response.json()
    if (!response.ok) throw new Error(`${path}: ${response.status} ${JSON.stringify(answer.error)}`)
    return answer.data
  }
  const [warehouse] = await call('GET', '/operations/warehouse/warehouses')
  const goods = []
  for (let i = 0; i < products; i++) {
    const product = { name: `Товар ${i}`, code: `B-${i}`, productType: 'PRODUCT', price: 1000 + i, purchasePrice: 500 }
    const { id } = await call('POST', '/products', product)
    const opening = { adjustment: 10_000_000, reason: 'OPENING_BALANCE', unitCost: 500 }
    await call('POST', '/operations/warehouse/inventory/adjust', {
      warehouseId: warehouse.id,
      productId: id,
      ...opening,
    })
    goods.push(id)
  }
  const buyers = []
  for (let i = 0; i < customers; i++) {
    const address = { type: 'SHIPPING', street: 'Бухар-Жырау', city: 'Караганда', isPrimary: true }
    const customer = { name: `Клиент ${i}`, phone: `+7701${1000000 + i}`, ignoreDuplicates: true, addresses: [address] }
    buyers.push((await call('POST', '/customers', customer)).id)
  }
  let turn = 0
  const deal = async (hot) => {
    const n = turn++
    // With one hot product the first line is always the same one.
    const productIds = [0, 1, 2].map((k) =>
      hot && k === 0 ? goods[0] : goods[hot ? 1 + ((n * 7 + k * 13) % (products - 1)) : (n * 7 + k * 13) % products],
    )
    const customerId = buyers[n % customers]
    const lines = productIds.map((productId) => ({ productId, quantity: 2 }))
    const made = await call('POST', '/deals', { title: `Сделка ${n}`, customerId, products: lines })
    return { id: made.id, customerId, productIds }
  }
  return {
    place: { organizationId: owner.organizationId, workspaceId: owner.workspaceId, timezone: 'Asia/Almaty' },
    call,
    moveTo: (other) => (url = other.url),
    deals: async (count, hot = false) => {
      const made = []
      for (let i = 0; i < count; i += 8)
        made.push(...(await Promise.all(Array.from({ length: Math.min(8, count - i) }, () => deal(hot)))))
      return made
    },
  }
}
