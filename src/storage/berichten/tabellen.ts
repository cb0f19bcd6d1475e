/** De berichttabellen zoals Kysely ze kent, zover de opdrachten niet gewoon SQL zijn; de waarheid staat in `migraties/`. */
export type Berichttabellen = {
  bericht: {
    gemeente: string
    id: string
    partij: string
    aanbieder: string | null
    richting: 'in' | 'uit'
    naam: string | null
    identificatie: string | null
    uitkomst: string
    retour: string | null
    over: string | null
    telt: boolean
    vastgelegd_op: Date
    verzonden_op: Date | null
  }
  envelop: {
    gemeente: string
    id: string
    partij: string
    richting: 'in' | 'uit'
    soort: 'Di01' | 'Du01' | 'Fo01'
    referentie: string
    kruisreferentie: string | null
    afzender: string
    ontvanger: string
    functie: string | null
    tijdstip: string
    bericht: string | null
    over: string | null
    stand: 'wacht' | 'verzonden' | 'ontvangen' | 'mislukt' | 'verwerkt'
    pogingen: number
    volgende_op: Date | null
    fout_code: string | null
    fout_tekst: string | null
    bevestiging: string | null
    gemaakt_op: Date
    verzonden_op: Date | null
    ontvangen_op: Date | null
    verwerkt_op: Date | null
  }
  /** Een weergave: hoe het staat met elk bericht van ons. */
  bezorging: {
    gemeente: string
    partij: string
    bericht: string
    stand: 'wacht' | 'verzonden' | 'ontvangen' | 'mislukt'
    pogingen: number
    volgende_op: Date | null
    verzonden_op: Date | null
    ontvangen_op: Date | null
    fout_code: string | null
    fout_tekst: string | null
    referentie: string | null
    kruisreferentie: string | null
    envelopsoort: 'Di01' | 'Du01' | 'Fo01' | null
  }
}
