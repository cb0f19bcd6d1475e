/** Wat bij een termijn als klaar telt. */
export const watTelt = {
  onderzoek: 'Klaar is een onderzoek dat is afgerond of waarvan het verslag is verzonden.',
  besluit:
    'Klaar is een aanvraag waarna een indicatie is vastgesteld, of waarvan de zaak is gesloten omdat er een besluit is. Opschorting (Awb 4:15) wordt niet bijgehouden en is er niet afgetrokken.',
} as const
