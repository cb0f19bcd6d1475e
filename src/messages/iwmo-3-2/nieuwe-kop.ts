/** De kop van een bericht dat wij zelf maken, of een gespeelde partij. */
import { iwmo32 } from './release.ts'

type Kop<C extends string> = {
  readonly code: C
  readonly van: string
  readonly naar: string
  readonly identificatie: string
  readonly dagtekening: string
}

export const maakKop = <C extends string>({ code, van, naar, identificatie, dagtekening }: Kop<C>) => ({
  BerichtCode: code,
  BerichtVersie: 3 as const,
  BerichtSubversie: 2 as const,
  Afzender: van,
  Ontvanger: naar,
  BerichtIdentificatie: { Identificatie: identificatie, Dagtekening: dagtekening },
  XsdVersie: { BasisschemaXsdVersie: iwmo32.xsdVersie, BerichtXsdVersie: iwmo32.xsdVersie },
})
