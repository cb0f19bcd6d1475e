import { type Gebeurtenissoort, indicatiegebeurtenissen, vervallen, zaakgebeurtenissen } from '#core/dossier/gebeurtenissoorten.ts'

const labels: Readonly<Record<string, { readonly label: string }>> = { ...zaakgebeurtenissen, ...indicatiegebeurtenissen, vervallen }

/** De naam van een soort voor op het scherm. */
export const labelVan = (soort: Gebeurtenissoort): string => labels[soort]?.label ?? soort
