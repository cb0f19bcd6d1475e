/** Hoe het met de toewijzing van een indicatie staat, in één woord en één zin: voor wie een lijst leest. Puur. */
import type { Datum } from '#core/base/datum.ts'

export const toewijzingstanden = {
  toegewezen: 'Toegewezen',
  onderweg: 'Nog geen antwoord',
  afgewezen: 'Afgekeurd door de aanbieder',
  buitenom: 'Buiten het berichtenverkeer',
  pgb: 'Pgb',
  geen_contract: 'Geen contract',
  nog_niet: 'Nog niet toegewezen',
  geldt_niet: 'Geldt niet meer',
} as const
export type Toewijzingstand = keyof typeof toewijzingstanden

/** Zoals zij het laatst in een bericht stond. */
export type Toegewezen = { readonly aanbieder: string; readonly antwoord: 'aangenomen' | 'afgewezen' | null; readonly ingetrokken: boolean }
export type Toewijsbaar = {
  readonly leveringsvorm: 'zin' | 'pgb'
  /** De dagen waarop de indicatie geldt; null als er geen dag (meer) is. */
  readonly looptijd: { readonly van: string; readonly tot: string | null } | null
  readonly toewijzingen: readonly Toegewezen[]
  /** Wie de opdracht buiten het berichtenverkeer kreeg. */
  readonly buitenom: string | null
}
export type Toewijzingszin = { readonly stand: Toewijzingstand; readonly zin: string }

/** `nog_niet` zegt nog niets over contracten; dat vult `zonderContract` aan. */
export function toewijzingstandVan(i: Toewijsbaar, vandaag: Datum): Toewijzingszin {
  const geldend = i.toewijzingen.filter((t) => !t.ingetrokken)
  const aan = opsomming([...new Set(geldend.map((t) => t.aanbieder))])
  if (geldend.some((t) => t.antwoord === 'afgewezen')) return { stand: 'afgewezen', zin: `${aan} keurde ons laatste bericht af.` }
  if (geldend.some((t) => t.antwoord === null)) return { stand: 'onderweg', zin: `Toegewezen aan ${aan}; er is nog geen antwoord.` }
  if (geldend.length > 0) return { stand: 'toegewezen', zin: `Toegewezen aan ${aan}.` }
  if (i.buitenom !== null) return { stand: 'buitenom', zin: `Opdracht aan ${i.buitenom}, buiten het berichtenverkeer.` }
  if (i.looptijd === null || (i.looptijd.tot !== null && i.looptijd.tot < vandaag))
    return { stand: 'geldt_niet', zin: 'Deze indicatie geldt niet meer.' }
  if (i.leveringsvorm === 'pgb') return { stand: 'pgb', zin: 'De inwoner koopt zelf in met een pgb.' }
  return { stand: 'nog_niet', zin: i.toewijzingen.length > 0 ? 'De toewijzing is ingetrokken.' : 'Er is nog geen aanbieder gekozen.' }
}

export const zonderContract: Toewijzingszin = {
  stand: 'geen_contract',
  zin: 'Nog niet toegewezen: met geen aanbieder is een contract voor dit product.',
}

/** Waar toewijzen de volgende stap is; in de andere standen kan het vaak ook, maar hoeft het niet. */
export const vraagtToewijzing = (stand: Toewijzingstand): boolean =>
  stand === 'nog_niet' || stand === 'geen_contract' || stand === 'afgewezen'

const opsomming = (namen: readonly string[]): string =>
  namen.length < 2 ? (namen[0] ?? '') : `${namen.slice(0, -1).join(', ')} en ${namen.at(-1)}`
