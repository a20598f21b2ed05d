import { someBin } from '../../server/scenarios/support/bin.js'
import { castOf, mainWarehouse, ok } from '../../server/scenarios/support/cast.js'
import { type Answer, type Client, clientOf } from '../../server/scenarios/support/client.js'
import { type Company, password } from '../../server/scenarios/support/company.js'
import { codeFor } from '../../server/scenarios/support/letters.js'

/**
 * How to bring about a state in which an operation is right: for those to which chance does not lead. Each way goes through the API and
 * ends with the request itself. `url` is the program that is asked.
 */
export function waysOf(company: Company, url: string): Readonly<Record<string, () => Promise<Answer>>> {
  const speak = (who: Client, token = who.token): Client =>
    clientOf({ url, workspaceId: company.workspaceId, userId: who.userId, email: who.email, token })
  const owner = speak(company.owner)
  const nobody = speak(company.anonymous)
  const cast = castOf({ ...company, owner })
  const word = () => Math.random().toString(36).slice(2, 10)
  const mail = () => `way-${word()}@example.kz`
  const auth = (path: string) => `/api/v1/auth/${path}`
  const secret = 'Дала-Жел-2031!'

  const shelf = async () => {
    const { id } = await cast.product('PRODUCT', 'Стеллаж', { code: `W-${word()}` })
    await cast.stock(id, 100)
    return id
  }
  const service = async () => (await cast.product('SERVICE', 'Монтаж', { code: `W-${word()}` })).id
  const customer = async (more: Record<string, unknown> = {}) => (await cast.customer(more)).id
  const lead = () => customer({ status: 'LEAD' })
  const dealOf = async (more: Record<string, unknown> = {}) =>
    cast.deal(await customer(), [[await shelf(), 2, { vatRate: 12 }]], more)
  const callOf = async () => {
    const calls = `/deals/${(await dealOf()).id}/activities`
    return `${calls}/${ok(await owner.post(calls, { type: 'CALL', subject: 'Позвонить' })).data.id as string}`
  }
  const lineOf = async (deal: string) => ok(await owner.get(`/deals/${deal}/products`)).data[0].id as string
  const won = async () => ok(await owner.post(`/deals/${(await dealOf()).id}/win`, {})).data.order.id as string
  const items = async () => [{ productId: await shelf(), quantity: 3 }]
  const order = async (more: Record<string, unknown> = {}) =>
    ok(await owner.post('/orders', { customerId: await customer(), items: await items(), ...more })).data.id as string
  const draft = () => order({ asDraft: true })
  const asked = () => order({ requiresApproval: true })
  const itemOf = async (id: string) => ok(await owner.get(`/orders/${id}/items`)).data[0].id as string
  const prepaid = async (amount = 500) => {
    const id = await won()
    ok(await owner.post(`/orders/${id}/payments`, { amount, method: 'CASH', acceptAdvance: true }))
    ok(await owner.post(`/orders/${id}/cancel`, { reason: 'Передумал' }))
    return id
  }
  const shipped = async () => {
    const id = await won()
    await cast.pick(id)
    ok(await owner.post(`/orders/${id}/ship`, {}))
    return id
  }
  const delivery = async () => {
    const list = ok(await owner.get(`/operations/logistics/delivery-orders?orderId=${await shipped()}`)).data
    return list[0].id as string
  }
  const supplier = async () =>
    ok(await owner.post('/operations/procurement/suppliers', { name: 'ТОО «Поставщик»' })).data.id as string
  /** A production order with its materials at hand. */
  const bench = async () => {
    const made = await cast.product('MANUFACTURED', 'Скамья', { code: `W-${word()}` })
    const board = await cast.product('MATERIAL', 'Доска', { code: `W-${word()}` })
    await cast.bom(made.id, [{ componentId: board.id, quantityPerUnit: 2 }])
    await cast.stock(board.id, 10)
    const order = { productId: made.id, quantity: 1 }
    return ok(await owner.post('/operations/production/production-orders', order)).data.id as string
  }
  const generous = async () => {
    const rep = speak(await company.as('SALES_REP'))
    const buyer = ok(
      await rep.post('/customers', { name: 'ТОО «Жана»', type: 'COMPANY', email: mail(), ignoreDuplicates: true }),
    ).data.id
    const products = [{ productId: await shelf(), quantity: 5, discount: 8, discountType: 'PERCENTAGE' }]
    const deal = ok(await rep.post('/deals', { title: 'Мебель', customerId: buyer, products })).data.id as string
    return { rep, ask: () => rep.post(`/deals/${deal}/request-approval`, { comment: 'Постоянный клиент' }) }
  }
  const approval = async () => {
    const { rep, ask } = await generous()
    return { rep, id: ok(await ask()).data.id as string }
  }
  /** The one state that no request brings about: somebody gave up hearing. */
  const parked = async () => {
    const [row] = await company.sql<{ id: string }>(
      `update event_deliveries set state = 'DEAD', attempts = 8, parked_at = now() where (event_id, consumer) in (
         select event_id, consumer from event_deliveries where consumer = 'customers.metrics' and state = 'DONE' and workspace_id = $1 order by pos desc limit 1)
       returning event_id || ':' || consumer as id`,
      [company.workspaceId],
    )
    return row!.id
  }
  const signedIn = async () => {
    const member = await company.as('SALES_REP')
    const { accessToken, refreshToken } = ok(await nobody.post(auth('login'), { email: member.email, password })).data
    return { member, client: speak(member, accessToken), refreshToken: refreshToken as string }
  }
  const begun = async () => {
    const email = mail()
    const body = { email, password: secret, firstName: 'Данияр', lastName: 'Омаров' }
    const { signUpToken } = ok(await nobody.post(auth('registration/pre-register'), body)).data
    return { email, signUpToken }
  }
  const verified = async () => {
    const { email, signUpToken } = await begun()
    const code = await codeFor(company.dataDir, email)
    return nobody.post(auth('registration/verify-email'), { email, code, signUpToken })
  }
  const onboardingToken = async () => ok(await verified()).data.onboardingToken as string
  const memberOf = async () => {
    const { data } = await owner.post('/members', await memberBody())
    return data.id as string
  }
  const memberBody = async () => ({ email: mail(), firstName: 'Ержан', lastName: 'Оспанов', roleCode: 'SALES_REP' })
  const applicant = async () => {
    const bin = someBin()
    await company.sql('update organizations set bin = $1 where id = $2', [bin, company.organizationId])
    ok(
      await nobody.post(auth('registration/onboarding/complete'), {
        onboardingToken: await onboardingToken(),
        selectedRole: 'employee',
        employeeCompanyBin: bin,
      }),
    )
    return ok(await owner.get('/employees/pending')).data[0].id as string
  }
  const register = () => ({ email: mail(), password: secret, firstName: 'Данияр', lastName: 'Омаров' })
  const finance = { reason: 'договор' }

  return {
    'post customers': () =>
      owner.post('/customers', { type: 'COMPANY', name: 'ТОО «Дала»', bin: someBin(), email: mail() }),
    'put customers/{id}': async () => owner.put(`/customers/${await customer()}`, { name: 'ТОО «Жаңа»' }),
    'patch customers/{id}': async () => owner.patch(`/customers/${await customer()}`, { name: 'ТОО «Жаңа»' }),
    'delete customers/{id}': async () => owner.delete(`/customers/${await customer()}`),
    'post customers/{id}/restore': async () => {
      const id = await customer()
      ok(await owner.delete(`/customers/${id}`))
      return owner.post(`/customers/${id}/restore`)
    },
    'post customers/{id}/convert': async () => owner.post(`/customers/${await lead()}/convert`, { createDeal: false }),
    'post customers/{id}/qualify': async () =>
      owner.post(`/customers/${await lead()}/qualify`, { budget: 20, authority: 20, need: 20, timeline: 20 }),
    'patch customers/{id}/status': async () =>
      owner.patch(`/customers/${await customer()}/status`, { status: 'INACTIVE', reason: 'Закрылись' }),
    'put customers/{id}/contacts/{contactId}': async () => {
      const contacts = `/customers/${await customer()}/contacts`
      const { id } = ok(
        await owner.post(contacts, { firstName: 'Айгүл', lastName: 'Серікова', phone: '+77012345678' }),
      ).data
      return owner.put(`${contacts}/${id}`, { firstName: 'Әйгерім' })
    },
    'put customers/{id}/credit': async () =>
      owner.put(`/customers/${await customer()}/credit`, { creditLimit: '500000.50', ...finance }),
    'put deals/{id}/activities/{activityId}': async () => owner.put(await callOf(), { subject: 'Перезвонить' }),
    'patch deals/{id}/activities/{activityId}': async () => owner.patch(await callOf(), { subject: 'Перезвонить' }),
    'patch deals/{id}/activities/{activityId}/complete': async () =>
      owner.patch(`${await callOf()}/complete`, { note: 'Договорились' }),
    'post deals': async () => owner.post('/deals', { title: 'Мебель', customerId: await customer(), value: 1000 }),
    'put deals/{id}/checklist': async () =>
      owner.put(`/deals/${(await dealOf()).id}/checklist`, { budget_confirmed: true }),
    'post deals/{id}/products': async () =>
      owner.post(`/deals/${(await dealOf()).id}/products`, { productId: await service(), quantity: 2 }),
    'put deals/{id}/products/{lineId}': async () => {
      const { id } = await dealOf()
      return owner.put(`/deals/${id}/products/${await lineOf(id)}`, { quantity: 7 })
    },
    'patch deals/{id}/products/{lineId}': async () => {
      const { id } = await dealOf()
      return owner.patch(`/deals/${id}/products/${await lineOf(id)}`, { quantity: 7 })
    },
    'delete deals/{id}/products/{lineId}': async () => {
      const { id } = await dealOf()
      return owner.delete(`/deals/${id}/products/${await lineOf(id)}`)
    },
    'post deals/{id}/reprice': async () => owner.post(`/deals/${(await dealOf()).id}/reprice`),
    'post deals/{id}/lose': async () => owner.post(`/deals/${(await dealOf()).id}/lose`, { lostReason: 'PRICE' }),
    'post deals/{id}/close-lost': async () =>
      owner.post(`/deals/${(await dealOf()).id}/close-lost`, { lostReason: 'PRICE' }),
    'post deals/{id}/reopen': async () => {
      const { id } = await dealOf()
      ok(await owner.post(`/deals/${id}/lose`, { lostReason: 'PRICE' }))
      return owner.post(`/deals/${id}/reopen`, { reason: 'Вернулись' })
    },
    'post deals/{id}/win': async () => owner.post(`/deals/${(await dealOf()).id}/win`, {}),
    'post deals/{id}/close-won': async () => owner.post(`/deals/${(await dealOf()).id}/close-won`, {}),
    'put deals/{id}': async () => owner.put(`/deals/${(await dealOf()).id}`, { title: 'Иначе' }),
    'patch deals/{id}': async () => owner.patch(`/deals/${(await dealOf()).id}`, { title: 'Иначе' }),
    'patch deals/{id}/move': async () =>
      owner.patch(`/deals/${(await dealOf()).id}/move`, { stage: 'LOST', lostReason: 'PRICE' }),
    'post deals/{id}/request-approval': async () => (await generous()).ask(),
    'post approvals/{id}/approve': async () => owner.post(`/approvals/${(await approval()).id}/approve`, {}),
    'post approvals/{id}/reject': async () =>
      owner.post(`/approvals/${(await approval()).id}/reject`, { reason: 'Много' }),
    'post approvals/{id}/cancel': async () => {
      const { rep, id } = await approval()
      return rep.post(`/approvals/${id}/cancel`, {})
    },
    'post finance/invoices/{id}/issue': async () => {
      // Nobody asks for a draft over the API: the program makes its own.
      const { organizationId, workspaceId } = company
      const [row] = await company.sql<{ id: string }>(
        `with made as (
           insert into invoices (organization_id, workspace_id, id, type, customer_id, subtotal, total_amount, tax_summary)
           values ($1, $2, app.uuid_v7(), 'DEBIT_NOTE', $3, 10000, 10000, '[{"rate": null, "net": 100, "tax": 0}]') returning *
         ), line as (
           insert into invoice_items (organization_id, workspace_id, id, invoice_id, line_no, description, quantity, unit, unit_price, price_includes_vat, net_amount, total_price)
           select organization_id, workspace_id, app.uuid_v7(), id, 1, 'Доставка', 1, 'шт', 1000000, false, 10000, 10000 from made
         ) select id from made`,
        [organizationId, workspaceId, await customer()],
      )
      return owner.post(`/finance/invoices/${row!.id}/issue`, {})
    },
    'post operations/logistics/delivery-orders/{id}/start': async () => {
      const id = await shipped()
      const deliveries = '/operations/logistics/delivery-orders'
      const of = async () =>
        ok(await owner.get(`${deliveries}?orderId=${id}`)).data as Array<{ id: string; status: string }>
      ok(await owner.post(`${deliveries}/${(await of())[0]!.id}/fail`, { reason: 'NO_RECIPIENT', reschedule: true }))
      const again = (await of()).find(({ status }) => ['PLANNED', 'ASSIGNED', 'LOADING'].includes(status))
      return owner.post(`${deliveries}/${again!.id}/start`)
    },
    'post operations/logistics/delivery-orders/{id}/complete': async () =>
      owner.post(`/operations/logistics/delivery-orders/${await delivery()}/complete`, {}),
    'post operations/logistics/delivery-orders/{id}/fail': async () =>
      owner.post(`/operations/logistics/delivery-orders/${await delivery()}/fail`, {
        reason: 'NO_RECIPIENT',
        reschedule: true,
      }),
    'post finance/payments': async () =>
      owner.post('/finance/payments', {
        customerId: await customer(),
        amount: 500,
        method: 'CASH',
        acceptAdvance: true,
      }),
    'put operations/procurement/suppliers/{id}': async () =>
      owner.put(`/operations/procurement/suppliers/${await supplier()}`, { name: 'ТОО «Жеткізуші»' }),
    'patch operations/procurement/suppliers/{id}': async () =>
      owner.patch(`/operations/procurement/suppliers/${await supplier()}`, { name: 'ТОО «Жеткізуші»' }),
    'post operations/production/boms': async () => {
      const made = await cast.product('MANUFACTURED', 'Стол', { code: `W-${word()}` })
      const steel = await cast.product('MATERIAL', 'Труба', { code: `W-${word()}` })
      const components = [{ componentId: steel.id, quantityPerUnit: 2 }]
      return owner.post('/operations/production/boms', {
        productId: made.id,
        name: 'Основная',
        components,
        activate: true,
      })
    },
    'post operations/production/production-orders/{id}/plan': async () => {
      const orders = '/operations/production/production-orders'
      const made = await cast.product('MANUFACTURED', 'Скамья', { code: `W-${word()}` })
      const { id } = ok(await owner.post(orders, { productId: made.id, quantity: 1 })).data
      const board = await cast.product('MATERIAL', 'Доска', { code: `W-${word()}` })
      await cast.bom(made.id, [{ componentId: board.id, quantityPerUnit: 2 }])
      return owner.post(`${orders}/${id}/plan`)
    },
    'post operations/production/production-orders/{id}/release': async () =>
      owner.post(`/operations/production/production-orders/${await bench()}/release`, {}),
    'post operations/production/production-orders/{id}/complete': async () =>
      owner.post(`/operations/production/production-orders/${await bench()}/complete`, {}),
    'post products': () =>
      owner.post('/products', { name: 'Стул', code: `W-${word()}`, productType: 'SERVICE', price: 100 }),
    'put products/{id}': async () => owner.put(`/products/${await service()}`, { name: 'Сборка' }),
    'patch products/{id}': async () => owner.patch(`/products/${await service()}`, { name: 'Сборка' }),
    'delete products/{id}': async () => owner.delete(`/products/${await service()}`),
    'post products/{id}/restore': async () => {
      const id = await service()
      ok(await owner.delete(`/products/${id}`))
      return owner.post(`/products/${id}/restore`)
    },
    'patch products/{id}/status': async () =>
      owner.patch(`/products/${await service()}/status`, { status: 'INACTIVE' }),
    'put products/{id}/bundle-items': async () => {
      const set = await cast.product('BUNDLE', 'Набор', {
        code: `W-${word()}`,
        bundleItems: [{ componentId: await shelf(), quantity: 1 }],
      })
      return owner.put(`/products/${set.id}/bundle-items`, { items: [{ componentId: await shelf(), quantity: 2 }] })
    },
    'delete products/categories/{id}': async () => {
      const { id } = ok(await owner.post('/products/categories', { name: `Мебель ${word()}` })).data
      return owner.delete(`/products/categories/${id}`)
    },
    'post operations/warehouse/picking-orders/{id}/start': async () => {
      const [list] = ok(await owner.get(`/operations/warehouse/picking-orders?orderId=${await won()}`)).data
      return owner.post(`/operations/warehouse/picking-orders/${list.id}/start`, {})
    },
    'post operations/warehouse/picking-orders/{id}/complete': async () => {
      const [list] = ok(await owner.get(`/operations/warehouse/picking-orders?orderId=${await won()}`)).data
      return owner.post(`/operations/warehouse/picking-orders/${list.id}/complete`, {})
    },
    'post operations/warehouse/warehouses': () =>
      owner.post('/operations/warehouse/warehouses', { name: 'Склад', code: `W-${word()}` }),
    'post units': () => owner.post('/units', { code: word(), name: 'Рулон', kind: 'COUNT' }),
    'post operations/warehouse/goods-receipts': async () =>
      owner.post('/operations/warehouse/goods-receipts', {
        warehouseId: await mainWarehouse(company),
        supplierId: await supplier(),
        lines: [{ productId: await shelf(), quantity: 4, unitCost: 900 }],
      }),
    'post deliveries/{id}/retry': async () => owner.post(`/deliveries/${await parked()}/retry`, {}),
    'post deliveries/{id}/skip': async () => owner.post(`/deliveries/${await parked()}/skip`, { reason: 'не нужно' }),
    'put orders/{id}': async () => owner.put(`/orders/${await draft()}`, { notes: 'Позвонить заранее' }),
    'patch orders/{id}': async () => owner.patch(`/orders/${await draft()}`, { notes: 'Позвонить заранее' }),
    'delete orders/{id}': async () => owner.delete(`/orders/${await draft()}`),
    'post orders/{id}/clone': async () => owner.post(`/orders/${await won()}/clone`, {}),
    'post orders/{id}/items': async () =>
      owner.post(`/orders/${await draft()}/items`, { productId: await service(), quantity: 1 }),
    'put orders/{id}/items/{itemId}': async () => {
      const id = await draft()
      return owner.put(`/orders/${id}/items/${await itemOf(id)}`, { quantity: 5 })
    },
    'patch orders/{id}/items/{itemId}': async () => {
      const id = await draft()
      return owner.patch(`/orders/${id}/items/${await itemOf(id)}`, { quantity: 5 })
    },
    'delete orders/{id}/items/{itemId}': async () => {
      const id = await draft()
      ok(await owner.post(`/orders/${id}/items`, { productId: await service(), quantity: 1 }))
      return owner.delete(`/orders/${id}/items/${await itemOf(id)}`)
    },
    'post orders/{id}/items/{itemId}/complete': async () => {
      const id = await order({ items: [{ productId: await service(), quantity: 2 }] })
      return owner.post(`/orders/${id}/items/${await itemOf(id)}/complete`, { quantity: 1 })
    },
    'post orders/{id}/cancel/preview': async () => owner.post(`/orders/${await won()}/cancel/preview`, {}),
    'post orders/{id}/cancel': async () => owner.post(`/orders/${await won()}/cancel`, { reason: 'Передумал' }),
    'post orders': async () => owner.post('/orders', { customerId: await customer(), items: await items() }),
    'post orders/preview': async () =>
      owner.post('/orders/preview', { customerId: await customer(), items: await items() }),
    'patch orders/{id}/status': async () => owner.patch(`/orders/${await draft()}/status`, { status: 'PENDING' }),
    'post orders/{id}/submit': async () => owner.post(`/orders/${await draft()}/submit`),
    'post orders/{id}/approve': async () => owner.post(`/orders/${await asked()}/approve`, {}),
    'post orders/{id}/reject': async () => owner.post(`/orders/${await asked()}/reject`, { reason: 'Нет' }),
    'post orders/{id}/confirm': async () => {
      const setting = '/settings/orders.autoConfirm'
      ok(await owner.put(setting, { value: false }))
      const id = await order()
      ok(await owner.put(setting, { value: true }))
      return owner.post(`/orders/${id}/confirm`)
    },
    'post orders/{id}/release': async () => {
      const id = await won()
      ok(await owner.post(`/orders/${id}/hold`, { reason: 'CUSTOMER_REQUEST' }))
      return owner.post(`/orders/${id}/release`, { note: 'Готов' })
    },
    'post orders/{id}/ship': async () => {
      const id = await won()
      await cast.pick(id)
      return owner.post(`/orders/${id}/ship`, {})
    },
    'post orders/{id}/deliver': async () => owner.post(`/orders/${await shipped()}/deliver`, { recipient: 'Ерлан' }),
    'post orders/{id}/refund': async () =>
      owner.post(`/orders/${await prepaid()}/refund`, { amount: 100, reason: 'Часть' }),
    'post finance/refunds/{id}/approve': async () => {
      const accountant = speak(await company.as('ACCOUNTANT'))
      const id = await prepaid(150_000)
      const made = await accountant.post(`/orders/${id}/refund`, { amount: 150_000, reason: 'Передумал' })
      return owner.post(`/finance/refunds/${ok(made).data.refunds[0].id}/approve`)
    },
    'put settings/{key}': () => owner.put('/settings/delivery.leadWorkingDays', { value: 2 }),
    'post members': async () => owner.post('/members', await memberBody()),
    'put members/{id}': async () => owner.put(`/members/${await memberOf()}`, { roleCode: 'WAREHOUSE' }),
    'patch members/{id}': async () => owner.patch(`/members/${await memberOf()}`, { roleCode: 'WAREHOUSE' }),
    'delete members/{id}': async () => owner.delete(`/members/${await memberOf()}`),
    'post employees/{id}/approve': async () => {
      const [department] = ok(await owner.get('/departments')).data
      return owner.post(`/employees/${await applicant()}/approve`, {
        roleCode: 'WAREHOUSE',
        departmentId: department.id,
      })
    },
    'post employees/{id}/reject': async () =>
      owner.post(`/employees/${await applicant()}/reject`, { reason: 'Не сейчас' }),
    'post /api/v1/auth/login': async () =>
      nobody.post(auth('login'), { email: (await company.as('SALES_REP')).email, password }),
    'post /api/v1/auth/refresh': async () =>
      nobody.post(auth('refresh'), { refreshToken: (await signedIn()).refreshToken }),
    'post /api/v1/auth/logout': async () => (await signedIn()).client.post(auth('logout'), {}),
    'post /api/v1/auth/check-email': () => nobody.post(auth('check-email'), { email: mail() }),
    'post /api/v1/auth/check-bin': () => nobody.post(auth('check-bin'), { bin: someBin() }),
    'post /api/v1/auth/forgot-password': () => nobody.post(auth('forgot-password'), { email: mail() }),
    'post /api/v1/auth/reset-password': async () => {
      const { email } = await company.as('SALES_REP')
      ok(await nobody.post(auth('forgot-password'), { email }))
      return nobody.post(auth('reset-password'), {
        email,
        code: await codeFor(company.dataDir, email),
        newPassword: secret,
      })
    },
    'post /api/v1/auth/change-password': async () =>
      (await signedIn()).client.post(auth('change-password'), { currentPassword: password, newPassword: secret }),
    'put /api/v1/auth/me': async () => (await signedIn()).client.put(auth('me'), { firstName: 'Әсел' }),
    'get /api/v1/auth/me': () => owner.get(auth('me')),
    'get /api/v1/auth/profile': () => owner.get(auth('profile')),
    'get /api/v1/auth/verify': () => owner.get(auth('verify')),
    'get /api/v1/auth/sessions': () => owner.get(auth('sessions')),
    'delete /api/v1/auth/sessions/{id}': async () => {
      const { client } = await signedIn()
      return client.delete(auth(`sessions/${ok(await client.get(auth('sessions'))).data[0].id}`))
    },
    'post /api/v1/auth/registration/pre-register': () => nobody.post(auth('registration/pre-register'), register()),
    'post /api/v1/auth/registration/owner': () => nobody.post(auth('registration/owner'), register()),
    'post /api/v1/auth/registration/employee': () => nobody.post(auth('registration/employee'), register()),
    'post /api/v1/auth/registration/verify-email': verified,
    'post /api/v1/auth/registration/resend-verification': async () => {
      const { email } = await begun()
      await company.sql(
        `update email_verifications set created_at = created_at - interval '5 minutes' where email = $1`,
        [email],
      )
      return nobody.post(auth('registration/resend-verification'), { email })
    },
    'get /api/v1/auth/registration/status': async () =>
      nobody.get(auth(`registration/status?onboardingToken=${await onboardingToken()}`)),
    'post /api/v1/auth/registration/onboarding/complete': async () =>
      nobody.post(auth('registration/onboarding/complete'), {
        onboardingToken: await onboardingToken(),
        selectedRole: 'owner',
        companyInfo: { companyName: 'ТОО «Дала»', companyType: 'TOO', bin: someBin() },
      }),
    'get /api/v1/workspaces': () => owner.get('/api/v1/workspaces'),
    'get /api/v1/organizations/my': () => owner.get('/api/v1/organizations/my'),
    'get /api/v1/organizations/{id}': () => owner.get(`/api/v1/organizations/${company.organizationId}`),
    'post /api/v1/workspaces': () => owner.post('/api/v1/workspaces', { name: `Филиал ${word()}` }),
    'get /api/v1/workspaces/{workspaceId}': () => owner.get(''),
    'put /api/v1/workspaces/{workspaceId}': () => owner.put('', { name: 'Алматы' }),
    'delete /api/v1/workspaces/{workspaceId}': async () => {
      const { id } = ok(await owner.post('/api/v1/workspaces', { name: `Филиал ${word()}` })).data
      return owner.delete(`/api/v1/workspaces/${id}`)
    },
  }
}
