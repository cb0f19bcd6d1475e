/** Wat een gespeelde partij over één tegenpartij weet, zo bewaard dat elke vraag van elke dag snel is. */
import type { GelezenBericht } from '#messages/codec.ts'
import { feitenUit, sleutelVan } from '#messages/iwmo-3-2/keten/omzetten.ts'
import type { WMO301 } from '#messages/iwmo-3-2/release.ts'
import { type Partijen, sleuteltekst } from '#messages/keten/feit.ts'
import { maakStand, type Stand } from '#messages/keten/geheugen.ts'
import type { Partij } from '#messages/vorm.ts'

export type Persoon = Pick<WMO301['Client'], 'Bsn' | 'Geboortedatum' | 'Geslacht' | 'Naam'>
export type Gezien = { readonly bericht: GelezenBericht; readonly dag: number }

export type Paar = {
  readonly partijen: Partijen
  readonly stand: Stand
  /** Alles wat binnenkwam en uitging, op sleutel. */
  readonly gezien: Map<string, Gezien>
  /** Eigen heenberichten waar nog geen antwoord op is. */
  readonly open: Map<string, GelezenBericht>
  readonly beantwoord: Set<string>
  /** Op welke dag een toewijzing voor het eerst gezien is, en over wie zij gaat. */
  readonly sinds: Map<number, number>
  readonly personen: Map<string, Persoon>
  /** Hoe vaak er al iets over gestuurd is, ook als dat werd afgekeurd. */
  readonly pogingen: Map<string, number>
}

export const maakPaar = (partijen: Partijen): Paar => ({
  partijen,
  stand: maakStand(),
  gezien: new Map(),
  open: new Map(),
  beantwoord: new Set(),
  sinds: new Map(),
  personen: new Map(),
  pogingen: new Map(),
})

export const sleutelTekst = (bericht: GelezenBericht): string => sleuteltekst(sleutelVan(bericht))

/**
 * Neemt een bericht op. Wat van ons uitgaat telt meteen; pas een antwoord kan het terugnemen. `telt` is onwaar voor een bericht dat
 * gezien is maar niets zegt. Een bericht dat er al was verandert niets.
 */
export function onthoud(paar: Paar, wij: Partij, bericht: GelezenBericht, dag: number, telt: boolean): void {
  const sleutel = sleutelTekst(bericht)
  if (paar.gezien.has(sleutel)) return
  paar.gezien.set(sleutel, { bericht, dag })
  const { van, retourOp } = bericht.beschreven.bericht
  if (van === wij && retourOp === undefined) {
    if (!paar.beantwoord.has(sleutel)) paar.open.set(sleutel, bericht)
    for (const poging of pogingenIn(bericht)) paar.pogingen.set(poging, (paar.pogingen.get(poging) ?? 0) + 1)
  }
  if (!telt) return
  if (bericht.naam === 'WMO301') onthoudToewijzing(paar, bericht.waarde.Client, dag)
  const feiten = feitenUit(bericht)
  paar.stand.neem(feiten)
  if (feiten.oordeel === undefined) return
  const over = sleuteltekst(feiten.oordeel.over)
  paar.beantwoord.add(over)
  paar.open.delete(over)
}

function onthoudToewijzing(paar: Paar, { Bsn, Geboortedatum, Geslacht, Naam, ToegewezenProducten }: WMO301['Client'], dag: number): void {
  paar.personen.set(Bsn, { Bsn, Geboortedatum, Geslacht, Naam })
  for (const { ToewijzingNummer: nummer } of ToegewezenProducten.ToegewezenProduct) if (!paar.sinds.has(nummer)) paar.sinds.set(nummer, dag)
}

/** Waar een eigen bericht een poging toe is. */
export const poging = (naam: string, ...over: readonly (string | number | undefined)[]): string => [naam, ...over].join('|')
function pogingenIn({ naam, waarde }: GelezenBericht): string[] {
  switch (naam) {
    case 'WMO305':
      return waarde.Client.StartProducten.StartProduct.map((p) => poging(naam, p.ToewijzingNummer))
    case 'WMO307':
      return waarde.Client.StopProducten.StopProduct.map((p) => poging(naam, p.ToewijzingNummer, p.RedenBeeindiging))
    case 'WMO315':
    case 'WMO317':
      return [poging(naam, waarde.Client.Bsn)]
    case 'WMO323':
      return waarde.Declaratie.Clienten.Client.flatMap((c) =>
        c.Prestaties.Prestatie.map((p) =>
          p.IngediendBedrag.DebetCredit === 'C'
            ? poging('credit', p.ToewijzingNummer, p.ProductPeriode.Begindatum)
            : poging(naam, p.ToewijzingNummer, p.ProductPeriode.Begindatum),
        ),
      )
    default:
      return []
  }
}
export const pogingenTot = (paar: Paar, ...wat: Parameters<typeof poging>): number => paar.pogingen.get(poging(...wat)) ?? 0

/** De cliënt waar een bericht over gaat; een declaratie en een antwoord op een verzoek hebben er geen of meer. */
const clientVan = ({ waarde }: GelezenBericht): string | undefined => (waarde as { Client?: { Bsn?: string } }).Client?.Bsn

/** Over wie er nog een antwoord moet komen: dan wacht de rest (OP080). */
export const wachtenden = ({ open }: Paar): Set<string | undefined> => new Set([...open.values()].map(clientVan))
export const wachtOpDeclaratie = ({ open }: Paar): boolean => [...open.values()].some((b) => b.naam === 'WMO323')
