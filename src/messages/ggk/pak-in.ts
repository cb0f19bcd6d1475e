/** Een bericht in zijn envelop, en wat de ontvanger terugmeldt als het schema het weigert. */
import type { Beschreven } from '../releases.ts'
import type { Plaatsfout } from '../xml.ts'
import type { Bevestiging, Envelop, Foutmelding, Heen, Retour, Systeem, Versies } from './envelop.ts'

/** Bronnen verschillen over het declaratieantwoord: een heenbericht zonder antwoord, of het antwoord op de declaratie. */
export type Ggkkeuzes = { readonly envelop325: 'Di01' | 'Du01' }
export const standaardGgkkeuzes: Ggkkeuzes = { envelop325: 'Di01' }

/** Wie er verstuurt, en waarmee. Klok en toeval komen van buiten. */
export type Afzender = {
  readonly systeem: Systeem
  readonly applicatieVersie: string
  readonly applicatieSubversie: string
  readonly referentienummer: string
  readonly tijdstip: string
}
/** De ontvangende applicatie heet in de keten altijd zo. */
const GGK_APPLICATIE = 'GGk'

const stam = ({ systeem, referentienummer, tijdstip }: Afzender, naar: string) => ({
  zender: systeem,
  ontvanger: { organisatie: naar, applicatie: GGK_APPLICATIE },
  referentienummer,
  tijdstip,
})

/** Versie 3.2 van de standaard is 0003 en 0002. */
function versies(afzender: Afzender, { release }: Beschreven): Versies {
  const [functieVersie, functieSubversie] = release.versie.split('.').map((deel) => deel.padStart(4, '0'))
  const { applicatieVersie, applicatieSubversie } = afzender
  return { applicatieVersie, applicatieSubversie, functieVersie: functieVersie ?? '', functieSubversie: functieSubversie ?? '' }
}

type Bericht = { readonly beschreven: Beschreven; readonly xml: Uint8Array; readonly naar: string }

/** Of dit bericht in een retourenvelop hoort. */
export const isRetourenvelop = ({ bericht }: Beschreven, { envelop325 }: Ggkkeuzes): boolean =>
  bericht.retourOp !== undefined && (bericht.naam !== 'WMO325' || envelop325 === 'Du01')

/** Een heenbericht in een Di01. */
export const pakHeenIn = ({ beschreven, xml, naar }: Bericht, afzender: Afzender): Heen => ({
  soort: 'Di01',
  ...stam(afzender, naar),
  functie: beschreven.bericht.naam,
  versies: versies(afzender, beschreven),
  lading: { soort: 'xml', inhoud: xml },
})

/** Een retourbericht in een Du01; `crossRefnummer` is het referentienummer van de envelop van het heenbericht. */
export const pakRetourIn = (bericht: Bericht, afzender: Afzender, crossRefnummer: string): Retour => ({
  ...pakHeenIn(bericht, afzender),
  soort: 'Du01',
  crossRefnummer,
})

/** Goed ontvangen; zegt niets over de inhoud. */
export const bevestig = (envelop: Envelop, afzender: Afzender): Bevestiging => ({ soort: 'Bv03', ...antwoordOp(envelop, afzender) })

const antwoordOp = (envelop: Envelop, { systeem, referentienummer, tijdstip }: Afzender) => ({
  zender: systeem,
  ontvanger: envelop.zender,
  referentienummer,
  tijdstip,
  crossRefnummer: envelop.referentienummer,
})

/** Het schema weigert de lading (niveau 1): er komt geen retourbericht, maar dit (StUF055). Zonder gegevens van de cliënt. */
export function maakFoutverslag(envelop: Heen | Retour, fouten: readonly Plaatsfout[], afzender: Afzender): Foutmelding {
  const { functie, versies: v } = envelop
  const [eerste] = fouten
  const plaats = eerste === undefined ? '' : ` Regel ${eerste.regel}${eerste.element === '' ? '' : `, ${eerste.element}`}.`
  return {
    soort: 'Fo01',
    ...antwoordOp(envelop, afzender),
    fout: {
      code: 'StUF055',
      plek: 'client',
      omschrijving: `Bericht voldoet niet aan het schema.${plaats} Fouten: ${fouten.length}.`,
      details: `${functie}-${v.applicatieVersie}${v.applicatieSubversie}`,
    },
  }
}
