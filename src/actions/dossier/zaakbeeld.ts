/** Hoe een zaak naar buiten gaat: in een lijst, en als zij open ligt met haar verloop en wat er nu kan. */
import type { Datum } from '#core/base/datum.ts'
import { labelVan } from '#core/dossier/gebeurtenislabel.ts'
import type { Zaakstand } from '#core/dossier/gebeurteniswoorden.ts'
import type { Naam } from '#core/dossier/naam.ts'
import { lopendeTermijn, type Zaaktermijn } from '#core/dossier/lopende-termijn.ts'
import { type Werkregel, type Werkzaak, werkregel } from '#core/dossier/werkvoorraad.ts'
import { mogelijkeStappen, planstand, type Stapmogelijkheid } from '#core/dossier/zaak.ts'
import { geldend } from '#core/dossier/gebeurtenis.ts'
import type { Wlzsignaal } from '#core/indicatie/wlzsignaal.ts'
import type { Gebeurtenisrij } from '#storage/gebeurtenissen.ts'
import type { Zaakrij } from '#storage/zaken.ts'
import type { Toegang } from './toegang.ts'

type Verwijzing = { readonly id: string; readonly naam: string }
export type Zaakkop = {
  readonly id: string
  readonly versie: number
  readonly nummer: string
  readonly soort: string
  readonly stand: Zaakstand
  readonly inwoner: { readonly id: string; readonly naam: Naam; readonly geboortedatum: Datum | null }
  readonly ontvangenOp: Datum
  readonly planTot: Datum
  readonly onderzoekUiterlijk: Datum
  readonly besluitUiterlijk: Datum | null
  /** Welke termijn nu loopt; leeg tussen verslag en aanvraag, en na afsluiten. */
  readonly lopendeTermijn: Zaaktermijn | null
  readonly wachtOp: string | null
  readonly behandelaar: Verwijzing | null
  readonly team: Verwijzing | null
  readonly afgeslotenOp: Datum | null
}
export type Gebeurtenisbeeld = {
  readonly id: string
  readonly soort: string
  readonly label: string
  readonly datum: Datum
  readonly zin: string
  readonly zaak: string | null
  readonly indicatie: string | null
  readonly door: string | null
  readonly op: string
  readonly vervangt: string | null
  /** Later verbeterd of vervallen: telt niet meer mee, maar blijft te lezen. */
  readonly vervallen: boolean
}
export type Zaakstap = Omit<Werkregel<Werkzaak>, 'zaak' | 'blok'>
export type Zaakbeeld = Zaakkop & {
  readonly hulpvraag: string | null
  readonly kanaal: string
  readonly gemeldDoor: string
  readonly gebeurtenissen: readonly Gebeurtenisbeeld[]
  /** Wat er nu aan de beurt is; leeg als de zaak is afgesloten. */
  readonly nu: Zaakstap | null
  readonly stappen: readonly { readonly soort: string; readonly label: string; readonly weigering: Stapmogelijkheid['weigering'] }[]
  /** Wat de Wlz betekent voor hulp van deze inwoner die al loopt. */
  readonly signalen: readonly Wlzsignaal[]
  /** De laatste gebeurtenis van uzelf, als die nog ongedaan te maken is. */
  readonly ongedaan: string | null
  readonly mag: { readonly schrijven: boolean; readonly overdragen: boolean; readonly onderzoek: boolean }
}

const verwijzing = (id: string | null, naam: string | null): Verwijzing | null => (id && naam ? { id, naam } : null)

const termijnenVan = (z: Zaakrij) => ({ onderzoekUiterlijk: z.onderzoek_uiterlijk, besluitUiterlijk: z.besluit_uiterlijk })

export const toonZaakkop = (z: Zaakrij): Zaakkop => ({
  id: z.id,
  versie: z.versie,
  nummer: z.nummer,
  soort: z.soort,
  stand: z.stand,
  inwoner: {
    id: z.inwoner,
    naam: { achternaam: z.achternaam, voorvoegsel: z.voorvoegsel, voornamen: z.voornamen, voorletters: z.voorletters },
    geboortedatum: z.geboortedatum,
  },
  ontvangenOp: z.ontvangen_op,
  planTot: z.plan_tot,
  ...termijnenVan(z),
  lopendeTermijn: lopendeTermijn({ stand: z.stand, ...termijnenVan(z) }),
  wachtOp: z.wacht_op,
  behandelaar: verwijzing(z.behandelaar, z.behandelaarnaam),
  team: verwijzing(z.team, z.teamnaam),
  afgeslotenOp: z.afgesloten_op,
})

export function toonGebeurtenissen(rijen: readonly Gebeurtenisrij[]): Gebeurtenisbeeld[] {
  const geldt = new Set(geldend(rijen).map((r) => r.id))
  return rijen.map((r) => ({
    id: r.id,
    soort: r.soort,
    label: labelVan(r.soort),
    datum: r.datum,
    zin: r.zin,
    zaak: r.zaak,
    indicatie: r.indicatie,
    door: r.maker,
    op: r.gemaakt_op.toISOString(),
    vervangt: r.vervangt,
    vervallen: r.soort !== 'vervallen' && !geldt.has(r.id),
  }))
}

type Feit = Parameters<typeof planstand>[0][number]

/** Wat de indeling van het werk van een zaak moet weten; `rijen` zijn minstens de gebeurtenissen over haar persoonlijk plan. */
export function alsWerkzaak(z: Zaakrij, rijen: readonly Feit[], afspraakOp: Datum | null): Werkzaak & { rij: Zaakrij } {
  return {
    rij: z,
    id: z.id,
    stand: z.stand,
    plan: planstand(rijen),
    ontvangenOp: z.ontvangen_op,
    planTot: z.plan_tot,
    ...termijnenVan(z),
    afspraakOp,
    wachtOp: z.wacht_op,
    behandelaar: z.behandelaar,
  }
}

export type Zaakfeiten = {
  readonly rijen: readonly Gebeurtenisrij[]
  readonly afspraakOp: Datum | null
  readonly signalen: readonly Wlzsignaal[]
}

export function toonZaak(z: Zaakrij, { rijen, afspraakOp, signalen }: Zaakfeiten, toegang: Toegang, ik: string, vandaag: Datum): Zaakbeeld {
  const schrijven = toegang.mag('dossier_schrijven').ok
  const overdragen = toegang.mag('zaak_overdragen').ok
  return {
    ...toonZaakkop(z),
    hulpvraag: z.hulpvraag,
    kanaal: z.kanaal,
    gemeldDoor: z.gemeld_door,
    gebeurtenissen: toonGebeurtenissen(rijen),
    nu: stapVan(alsWerkzaak(z, rijen, afspraakOp), vandaag),
    stappen: schrijven ? mogelijkeStappen(rijen, { planTot: z.plan_tot, onderzoekUiterlijk: z.onderzoek_uiterlijk }, vandaag) : [],
    signalen,
    ongedaan: laatsteVan(rijen, ik, schrijven, overdragen),
    mag: { schrijven, overdragen, onderzoek: toegang.mag('onderzoek_lezen').ok },
  }
}

function stapVan(zaak: Werkzaak, vandaag: Datum): Zaakstap | null {
  const regel = werkregel(zaak, vandaag)
  if (!regel) return null
  const { zaak: _, blok: __, ...stap } = regel
  return stap
}

/** Alleen het laatste feit, en alleen van wie het zelf vastlegde: wat een ander deed, verbetert men met een reden. */
function laatsteVan(rijen: readonly Gebeurtenisrij[], ik: string, schrijven: boolean, overdragen: boolean): string | null {
  const laatste = [...geldend(rijen)].sort((a, b) => (a.id < b.id ? -1 : 1)).at(-1)
  if (!laatste || laatste.gemaakt_door !== ik || laatste.soort === 'melding_ontvangen') return null
  return (laatste.soort === 'zaak_overgedragen' ? overdragen : schrijven) ? laatste.id : null
}
