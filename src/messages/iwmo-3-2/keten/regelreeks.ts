/**
 * De regels van een declaratie als kolommen. Een grote declaratie heeft er honderdduizenden, die weinig verschillen: wat veel regels gemeen
 * hebben staat er één keer, en van een regel blijft over wat alleen van haar is. Er gaat niets verloren: elke regel is terug te krijgen.
 */
import type { WMO323 } from '../release.ts'

export type Declaratieclient = WMO323['Declaratie']['Clienten']['Client'][number]
export type Prestatie = Declaratieclient['Prestaties']['Prestatie'][number]

/** Wat veel regels gemeen hebben. */
export type Regelsoort = {
  readonly categorie: string
  readonly code: string
  readonly van: string
  readonly tot: string
  readonly eenheid: Prestatie['Eenheid']
  readonly tarief: number | undefined
  readonly dc: 'D' | 'C'
}

export class Regelreeks {
  /** Per cliënt, in de volgorde van het bericht. */
  readonly bsns: string[] = []
  /** Per cliënt hoeveel regels er tot en met haar laatste zijn. */
  private readonly einden: number[] = []
  /** Elke soort één keer; de rest is per regel. `client` en `soort` tellen vanaf nul in hun eigen lijst. */
  readonly soorten: Regelsoort[] = []
  readonly client: number[] = []
  readonly soort: number[] = []
  readonly referentie: string[] = []
  readonly vorige: (string | undefined)[] = []
  readonly toewijzing: number[] = []
  readonly volume: number[] = []
  readonly bedrag: number[] = []
  /** De soorten die het laatst nieuw waren, per productcode: daar staat een regel bijna altijd bij. */
  private readonly perCode = new Map<string, number[]>()
  private readonly perSleutel = new Map<string, number>()
  /** De cliënten waar de reeks uit gemaakt is, als zij er al waren. */
  private gegeven: readonly Declaratieclient[] = []
  private laatste: { readonly nummer: number; readonly client: Declaratieclient } | undefined

  static van(clienten: readonly Declaratieclient[]): Regelreeks {
    const reeks = new Regelreeks()
    for (const client of clienten) {
      for (const p of client.Prestaties.Prestatie) reeks.neemRegel(p)
      reeks.sluitClient(client.Bsn)
    }
    reeks.gegeven = clienten
    return reeks
  }

  get aantal(): number {
    return this.soort.length
  }

  neemRegel(p: Prestatie): void {
    this.client.push(this.bsns.length)
    this.soort.push(this.soortVan(p))
    this.referentie.push(p.ProductReferentie.ReferentieNummer)
    this.vorige.push(p.ProductReferentie.VorigReferentieNummer)
    this.toewijzing.push(p.ToewijzingNummer)
    this.volume.push(p.GeleverdVolume)
    this.bedrag.push(p.IngediendBedrag.Bedrag)
  }

  /** De regels sinds de vorige cliënt zijn van deze. */
  sluitClient(bsn: string): void {
    this.bsns.push(bsn)
    this.einden.push(this.aantal)
  }

  /** Hoeveel regels van complete cliënten zijn. */
  get compleet(): number {
    return this.einden.at(-1) ?? 0
  }

  /** Houdt wat van complete cliënten is; geeft een reeks met wat er van de volgende al is. */
  splits(): Regelreeks {
    const over = new Regelreeks()
    for (let regel = this.compleet; regel < this.aantal; regel++) over.neemRegel(this.regelOp(regel))
    for (const kolom of [this.client, this.soort, this.referentie, this.vorige, this.toewijzing, this.volume, this.bedrag])
      kolom.length = this.compleet
    return over
  }

  /** De eerste regel van een cliënt. */
  van(client: number): number {
    return client === 0 ? 0 : this.tot(client - 1)
  }

  /** De plek na de laatste regel van een cliënt. */
  tot(client: number): number {
    return this.einden[client] as number
  }

  soortOp(regel: number): Regelsoort {
    return this.soorten[this.soort[regel] as number] as Regelsoort
  }

  regelOp(regel: number): Prestatie {
    const { categorie, code, van, tot, eenheid, tarief, dc } = this.soortOp(regel)
    const vorige = this.vorige[regel]
    const ReferentieNummer = this.referentie[regel] as string
    const p: { -readonly [veld in keyof Prestatie]: Prestatie[veld] } = {
      ProductReferentie: vorige === undefined ? { ReferentieNummer } : { ReferentieNummer, VorigReferentieNummer: vorige },
      ToewijzingNummer: this.toewijzing[regel] as number,
      ProductCategorie: categorie as Prestatie['ProductCategorie'],
      ProductCode: code,
      ProductPeriode: { Begindatum: van, Einddatum: tot },
      GeleverdVolume: this.volume[regel] as number,
      Eenheid: eenheid,
      IngediendBedrag: { Bedrag: this.bedrag[regel] as number, DebetCredit: dc },
    }
    if (tarief !== undefined) p.ProductTarief = tarief
    return p
  }

  /** Een cliënt zoals zij in het bericht staat; twee keer na elkaar dezelfde vragen geeft hetzelfde object. */
  clientOp(nummer: number): Declaratieclient {
    const gegeven = this.gegeven[nummer]
    if (gegeven !== undefined) return gegeven
    if (this.laatste?.nummer !== nummer) {
      const regels = Array.from({ length: this.tot(nummer) - this.van(nummer) }, (_, i) => this.regelOp(this.van(nummer) + i))
      this.laatste = { nummer, client: { Bsn: this.bsns[nummer] as string, Prestaties: { Prestatie: regels } } }
    }
    return this.laatste.client
  }

  private soortVan(p: Prestatie): number {
    const bij = this.perCode.get(p.ProductCode)
    if (bij !== undefined)
      for (let i = 0; i < bij.length; i++) if (isSoort(this.soorten[bij[i] as number] as Regelsoort, p)) return bij[i] as number
    return this.soortOpSleutel(p, bij)
  }

  private soortOpSleutel(p: Prestatie, bij: number[] | undefined): number {
    const { Begindatum: van, Einddatum: tot } = p.ProductPeriode
    const sleutel = `${p.ProductCategorie}|${van}|${tot}|${p.Eenheid}|${p.ProductTarief ?? ''}|${p.IngediendBedrag.DebetCredit}|${p.ProductCode}`
    const bekend = this.perSleutel.get(sleutel)
    if (bekend !== undefined) return bekend
    const { ProductCategorie: categorie, ProductCode: code, Eenheid: eenheid, ProductTarief: tarief } = p
    const nieuw = this.soorten.push({ categorie, code, van, tot, eenheid, tarief, dc: p.IngediendBedrag.DebetCredit }) - 1
    this.perSleutel.set(sleutel, nieuw)
    if (bij === undefined) this.perCode.set(code, [nieuw])
    else if (bij.length < MEEST_PER_CODE) bij.push(nieuw)
    return nieuw
  }
}

/** Zoveel soorten van één code langslopen is vlugger dan een sleutel maken. */
const MEEST_PER_CODE = 8

const isSoort = (s: Regelsoort, p: Prestatie): boolean =>
  s.van === p.ProductPeriode.Begindatum &&
  s.tot === p.ProductPeriode.Einddatum &&
  s.tarief === p.ProductTarief &&
  s.dc === p.IngediendBedrag.DebetCredit &&
  s.eenheid === p.Eenheid &&
  s.categorie === p.ProductCategorie
