import type { CreateCustomerBody } from '@prometric/contracts/customers'
import { createCustomer } from '../modules/customers/operations/create-customer.js'
import { companies, firstNames, places, positions, surnames, womenNames } from './customer-names.js'
import type { SeededRandom } from './seeded-random.js'
import type { Hat, Shop } from './shop.js'
import { someBin, someIin, somePhone } from './state-numbers.js'

const formNames = { TOO: 'ТОО', AO: 'АО', GU: 'КГУ', KH: 'КХ' } as const
const reps: readonly Hat[] = ['rep1', 'rep2', 'rep3']
const leadSources = ['WEBSITE', 'REFERRAL', 'COLD_CALL', 'EXHIBITION', 'SOCIAL_MEDIA', 'DIRECT'] as const

/** Writes the cards of so many further customers, from the place in the list where the last call stopped. Returns how many there are now. */
export async function makeCustomers(shop: Shop, random: SeededRandom, count: number): Promise<number> {
  await shop.act('manager', async (work) => {
    for (let i = 0; i < count; i++) {
      const { id } = await createCustomer(work, customerAt(shop, random, shop.customers.length))
      shop.customers.push(id)
    }
  })
  return shop.customers.length
}

/** Who looks after a customer: the reps share them in turn. */
export const repOf = (customer: number): Hat => reps[customer % reps.length]!

// Of every seven customers five are companies.
function customerAt(shop: Shop, random: SeededRandom, index: number): CreateCustomerBody {
  const round = Math.floor(index / 7)
  const company = index % 7 < 5 ? companies[round * 5 + (index % 7)] : undefined
  const assignedTo = shop.person(repOf(index)).employeeId
  const shared = {
    assignedTo,
    leadSource: random.pick(leadSources),
    phone: somePhone(random),
    addresses: [someAddress(random)],
    ignoreDuplicates: true,
  }
  return company ? { ...shared, ...companyCard(random, company, index) } : { ...shared, ...personCard(random, index) }
}

function companyCard(random: SeededRandom, [name, form, industry]: (typeof companies)[number], index: number) {
  const person = somebody(random)
  const fullName = `${formNames[form]} «${name.replaceAll('«', '„').replaceAll('»', '“')}»`
  const isState = form === 'GU'
  // Schools and clinics pay when the treasury does; others by what was agreed. Some are not trusted with goods before money.
  const paymentTerms = isState
    ? 'NET_30'
    : random.pick(['NET_15', 'NET_30', 'NET_30', 'IMMEDIATE', 'PREPAYMENT', 'NET_15'] as const)
  return {
    type: 'COMPANY' as const,
    name: fullName,
    legalName: fullName,
    legalForm: form,
    industry,
    bin: someBin(random),
    vatPayer: !isState && random.percent(80),
    companySize: random.pick(['1-10', '11-50', '51-200', '201-500'] as const),
    paymentTerms,
    prepaymentPercent: random.pick([50, 100]),
    email: `office${index + 1}@example.kz`,
    preferredLanguage: random.percent(30) ? ('kk' as const) : ('ru' as const),
    ...(paymentTerms === 'NET_30' && random.percent(20)
      ? { creditLimit: random.between(4, 9) * 1_000_000, creditPolicy: 'HOLD' as const }
      : {}),
    contacts: [
      {
        firstName: person.firstName,
        lastName: person.lastName,
        position: random.pick(positions),
        mobilePhone: somePhone(random),
        isPrimary: true,
        isDecisionMaker: random.percent(60),
      },
    ],
  }
}

function personCard(random: SeededRandom, index: number) {
  const { firstName, lastName } = somebody(random)
  const isEntrepreneur = random.percent(40)
  return {
    type: 'INDIVIDUAL' as const,
    name: isEntrepreneur ? `ИП ${lastName} ${firstName[0]}.` : `${lastName} ${firstName}`,
    firstName,
    lastName,
    iin: someIin(random),
    ...(isEntrepreneur ? { legalForm: 'IP' as const, industry: 'Мастерская' } : {}),
    email: `person${index + 1}@example.kz`,
    paymentTerms: random.pick(['IMMEDIATE', 'PREPAYMENT', 'IMMEDIATE'] as const),
    prepaymentPercent: 100,
  }
}

function somebody(random: SeededRandom) {
  const [his, her] = random.pick(surnames)
  return random.percent(50)
    ? { firstName: random.pick(firstNames), lastName: his }
    : { firstName: random.pick(womenNames), lastName: her }
}

function someAddress(random: SeededRandom) {
  // Every second customer is at home in Karaganda.
  const [city, streets] = random.percent(50) ? places[0]! : random.pick(places)
  return {
    type: 'SHIPPING' as const,
    street: random.pick(streets),
    building: String(random.between(1, 140)),
    city,
    isPrimary: true,
    isDefaultShipping: true,
  }
}
