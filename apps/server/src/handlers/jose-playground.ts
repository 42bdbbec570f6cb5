import type { Handlers } from '@sca-kit/hono';

type Operation = 'echoJwe' | 'echoJweGet' | 'echoJweDirect' | 'echoJws' | 'echoJwsJwe';

/** Creates the handlers of the JOSE playground, which echo what the router decrypted. */
export function josePlayground(): Pick<Handlers, Operation> {
  const echo = ({ body }: { readonly body: { readonly message: string } }) => ({
    status: 200 as const,
    body: { message: `jose-playground-response-${body.message}`, method: 'POST' as const },
  });
  return {
    echoJwe: echo,
    echoJweGet: () => ({ status: 200, body: { message: 'jose-playground-response-', method: 'GET' } }),
    echoJweDirect: echo,
    echoJws: echo,
    echoJwsJwe: echo,
  };
}
