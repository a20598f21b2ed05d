import type { OracleDeal, OracleProduct, OracleType } from './oracle.js'
import { oracleAmounts, type OracleDiscount, type OracleLine, total } from './oracle-prices.js'
import type { Random } from './random.js'

/** A product as it is put into the catalogue: what the oracle must know of it and what only prices need. */
export interface CaseProduct extends OracleProduct {
  readonly unit: string
  readonly price: bigint
  readonly vatRate: bigint
  readonly vatIncluded: boolean
  readonly vatExempt: boolean
}

export interface DealCase extends OracleDeal {
  readonly name: string
  readonly products: ReadonlyMap<string, CaseProduct>
  /** Those made for this deal alone; the rest is shared and never stocked. */
  readonly own: readonly CaseProduct[]
  readonly customerStatus: 'LEAD' | 'PROSPECT' | 'ACTIVE'
  /** Whether the terms come from the deal or, by default, from its customer. */
  readonly termsOfDeal: boolean
  readonly winners: 1 | 2 | 3
}

export const suppliers = ['ТОО «Дерево»', 'ТОО «Металл»', 'ТОО «Ткани»'] as const
const micro = 1_000_000n
const percent = 10_000n
const rates = [12n, 12n, 12n, 16n, 5n, 0n].map((rate) => rate * percent)
const kilo = { unit: 'кг', precision: 3 }
const piece = { unit: 'шт', precision: 0 }

/** Materials, services and digital goods that every deal may use. */
export function sharedProducts(random: Random): CaseProduct[] {
  const some = (type: OracleType, count: number) =>
    Array.from({ length: count }, (_, i) => productOf(random, `${type.slice(0, 3)}-${i}`, type, { stock: 0n }))
  return [...some('MATERIAL', 8), ...some('SERVICE', 6), ...some('DIGITAL', 6)]
}

/** A deal that nothing else touches, so that many may be won at the same time with a known end. */
export function randomDeal(random: Random, shared: readonly CaseProduct[], n: number): DealCase {
  const name = `D${String(n).padStart(3, '0')}`
  const products = new Map(shared.map((product) => [product.key, product]))
  const own: CaseProduct[] = []
  const add = (product: CaseProduct) => {
    products.set(product.key, product)
    own.push(product)
    return product
  }
  const fresh = (type: OracleType) =>
    add(productOf(random, `${name}-${own.length}`, type, { stock: stockOf(random), shared }))
  const loose = (...types: OracleType[]) => random.pick(shared.filter((product) => types.includes(product.type)))
  const any = (): CaseProduct => {
    const type = random.pick([
      'PRODUCT',
      'PRODUCT',
      'MATERIAL',
      'SERVICE',
      'DIGITAL',
      'BUNDLE',
      'MANUFACTURED',
      'MANUFACTURED',
    ] as const)
    if (type === 'SERVICE' || type === 'DIGITAL') return loose(type)
    return type === 'BUNDLE' ? bundle(1) : fresh(type)
  }
  const bundle = (depth: number): CaseProduct => {
    const parts = new Map<string, CaseProduct>()
    for (let i = 0; i <= random.below(3); i++) {
      const part =
        depth < 3 && random.chance(0.15)
          ? bundle(depth + 1)
          : random.chance(0.3)
            ? loose('SERVICE', 'DIGITAL')
            : stocked()
      parts.set(part.key, part)
    }
    const made = productOf(random, `${name}-${own.length}`, 'BUNDLE', { stock: 0n })
    return add({
      ...made,
      parts: [...parts.values()].map((part) => ({ product: part.key, quantity: quantityOf(random, part, 4) })),
    })
  }
  const stocked = () => {
    const known = own.filter((product) => product.type !== 'BUNDLE')
    return known.length > 0 && random.chance(0.4)
      ? random.pick(known)
      : fresh(random.pick(['PRODUCT', 'MANUFACTURED', 'MATERIAL'] as const))
  }
  const wares = Array.from({ length: 1 + random.below(7) }, any)
  const onlyServices = random.chance(0.06)
  const onlyDigital = !onlyServices && random.chance(0.06)
  const pick = () => (onlyServices ? loose('SERVICE') : onlyDigital ? loose('DIGITAL') : random.pick(wares))
  const count = random.chance(0.5) ? 1 + random.below(5) : 1 + random.below(20)
  let lines: OracleLine[]
  let discount: OracleDiscount | undefined
  do {
    lines = Array.from({ length: count }, () => lineOf(random, pick()))
    discount = documentDiscount(random, lines)
  } while (worthOf(lines, discount) === 0n)
  const terms = random.pick(['NET_30', 'NET_30', 'NET_15', 'PREPAYMENT', 'IMMEDIATE'])
  const worth = worthOf(lines, discount)
  const creditPolicy = random.pick(['NONE', 'WARN', 'HOLD', 'HOLD'] as const)
  return {
    name,
    products,
    own,
    lines,
    discount,
    terms,
    hasAddress: random.chance(0.85),
    customerStatus: random.pick(['LEAD', 'PROSPECT', 'ACTIVE']),
    termsOfDeal: random.chance(0.5),
    winners: random.pick([1, 2, 3] as const),
    customer: {
      creditPolicy,
      balance: 0n,
      creditLimit: random.pick([0n, worth - 1n, worth, worth + 1n, worth * 2n]),
      prepaymentPercent: random.pick([100n, 100n, 30n, 0n]) * percent,
    },
  }
}

export const worthOf = (lines: readonly OracleLine[], discount: OracleDiscount | undefined): bigint =>
  total(oracleAmounts(lines, discount).map((line) => line.total))

function productOf(
  random: Random,
  key: string,
  type: OracleType,
  { stock, shared = [] }: { stock: bigint; shared?: readonly CaseProduct[] },
): CaseProduct {
  const weighed = type !== 'BUNDLE' && type !== 'DIGITAL' && random.chance(0.3)
  const stocked = type === 'PRODUCT' || type === 'MATERIAL' || type === 'MANUFACTURED'
  const unit = weighed ? kilo : piece
  return {
    key,
    type,
    ...unit,
    parts: [],
    stock: stocked ? stock - (weighed ? 0n : stock % micro) : 0n,
    supplier: (type === 'PRODUCT' || type === 'MATERIAL') && random.chance(0.8) ? random.pick(suppliers) : null,
    price: BigInt(1 + random.below(random.pick([1_000, 90_000_000, 2_000_000_000]))) * random.pick([1n, 100n]),
    vatRate: random.pick(rates),
    vatIncluded: random.chance(0.5),
    vatExempt: random.chance(0.12),
    bom: type === 'MANUFACTURED' && random.chance(0.75) ? bomOf(random, shared) : null,
  }
}

function bomOf(random: Random, shared: readonly CaseProduct[]): CaseProduct['bom'] {
  const materials = shared.filter((product) => product.type === 'MATERIAL')
  const chosen = new Set(Array.from({ length: 1 + random.below(3) }, () => random.pick(materials).key))
  return {
    output: BigInt(random.pick([1, 1, 3, 10])) * micro,
    scrap: random.pick([0n, 0n, 5n, 33n]) * percent,
    components: [...chosen].map((product) => ({
      product,
      per: BigInt(1 + random.below(5_000)) * 1_000n,
      scrap: random.pick([0n, 0n, 25_000n, 100_000n]),
    })),
  }
}

const stockOf = (random: Random) =>
  random.pick([
    0n,
    0n,
    BigInt(1 + random.below(9_000)) * 1_000n,
    BigInt(1 + random.below(60_000)) * 1_000n,
    100_000n * micro,
  ])

const quantityOf = (random: Random, product: CaseProduct, most: number) =>
  product.precision === 0 ? BigInt(1 + random.below(most)) * micro : BigInt(1 + random.below(most * 1_000)) * 1_000n

function lineOf(random: Random, product: CaseProduct): OracleLine {
  const quantity = quantityOf(random, product, 12)
  const line = {
    product: product.key,
    quantity,
    unitPrice: product.price,
    priceIncludesVat: product.vatIncluded,
    vatRate: product.vatRate,
    vatExempt: product.vatExempt,
    discount: 0n,
    discountType: 'PERCENTAGE' as const,
  }
  const changed = random.chance(0.2)
    ? {
        ...line,
        unitPrice: BigInt(1 + random.below(900_000_000)),
        priceIncludesVat: random.chance(0.5),
        vatRate: random.pick(rates),
      }
    : line
  if (random.chance(0.5)) return changed
  const [{ gross }] = oracleAmounts([changed], undefined) as unknown as [{ gross: bigint }]
  return random.chance(0.3)
    ? { ...changed, discountType: 'FIXED', discount: ((gross * BigInt(random.below(1_001))) / 1_000n) * 100n }
    : { ...changed, discount: BigInt(random.below(600_000)) }
}

function documentDiscount(random: Random, lines: readonly OracleLine[]): OracleDiscount | undefined {
  if (random.chance(0.55)) return undefined
  if (random.chance(0.6)) return { type: 'PERCENTAGE', value: BigInt(1 + random.below(400_000)) }
  const bases = total(oracleAmounts(lines, undefined).map((line) => line.gross - line.lineDiscount))
  return { type: 'FIXED', value: (1n + (bases * BigInt(random.below(990))) / 1_000n) * 100n }
}
