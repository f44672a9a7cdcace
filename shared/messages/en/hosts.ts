/** What the hosts themselves say, outside of the wizard. */
export const hosts = {
  'host.name': 'Attention Doctor',
  'problem.not-let-in': 'This page opens only with the address that Attention Doctor printed.',
  'problem.not-let-in.hint':
    'The address works once, for one browser. Close Attention Doctor in the terminal, start it again and open the new address.',
  'host.crash':
    'Attention Doctor made a mistake of its own and has to close. What a repair has begun can be put in order at the next start, where a report is offered, too.',
  'host.close.fix': 'A repair is running. Stop it and close?',
  'host.close.fix.detail':
    'Stopping puts everything back exactly as it was before the repair. Nothing is lost.',
  'host.close.rollback': 'A saved state is being put back. Stop it and close?',
  'host.close.rollback.detail': 'It can be brought to an end at the next start. Nothing is lost.',
  'host.close.stay': 'Let it finish',
  'host.close.leave': 'Stop and close',
  'host.save-bundle.title': 'Save the diagnostic bundle',
  'host.pick-folder.title': 'Choose the folder of ComfyUI or of its Python environment',
  'host.pick-wheel.title': 'Choose the wheel file (.whl) that you have downloaded',
  'host.pick-wheel.kind': 'Python wheels',
} as const;
