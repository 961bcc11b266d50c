/** Values that stand where a secret would, and are none. */

const switches =
  /^(?:true|false|yes|no|on|off|y|n|[01]|none|null|nil|undefined|unset|disabled|enabled|auto)$/i;

/** Filled in by another program before it is used. */
const templates =
  /\{\{|\$\{|\$\(|<%|%>|%\(|^\$[A-Za-z_]\w*$|^%\w+%$|^@@?\w+@@?$|^__\w+__$|^<[^>]*>$|^\[[^\]]*\]$/;

/** Written so that a person puts the real one there. */
const placeholderWords =
  /change[-_ ]?(?:it|me|this)|^change$|replace|your[-_ ]|^your|my[-_ ]?(?:secret|password|token)|example|placeholder|dummy|fake|todo|tbd|redacted|insert[-_ ]|to[-_ ]?be[-_ ]|fixme|some[-_ ]?(?:secret|password|token)|not[-_ ]?(?:a|set|used|needed)|here$/i;

const filler =
  /^(.)\1*$|^[x*.#?-]+$|^x{3}|x{4}|\*{3}|\.{3}|0{8}|^([0-9a-f])\2{7}-|^(?:foo|bar|baz|qux|foobar)$/i;

/** Points at where the secret is. */
const references =
  /^(?:vault:|ref\+|op:\/\/|secret:|secretref:|secretsmanager|arn:aws:|awssm:|awsps:|ssm:|sm:\/\/|gcpsm:|gcp:|projects\/|azurekeyvault|akv:|@microsoft\.keyvault|keyvault|env:|file:|sealed:|enc\[|ejson|doppler:|infisical:|bao:)/i;

const path =
  /^(?:~|\.{0,2})\/[\w.@%+/-]*$|^[A-Za-z]:\\|^[\w./-]+\.(?:pem|key|crt|cer|json|ya?ml|txt|jks|p12|pfx|env|toml|ini|conf|properties|sh)$/;

const digest = /^(?:sha(?:1|224|256|384|512)[:-]|md5:|h1:)/i;
const passwordHash =
  /^\$(?:2[abxy]?|1|5|6|y|apr1|argon2(?:id?|d)|scrypt|pbkdf2[\w-]*)\$|^\{(?:SSHA|SHA|CRYPT|BCRYPT)/i;
const publicKey =
  /^(?:ssh-(?:rsa|dss|ed25519)|ecdsa-sha2-|sk-(?:ssh|ecdsa)-|age1[0-9a-z]|pk_(?:live|test)_|-----BEGIN (?:[A-Z0-9]+ )*(?:PUBLIC KEY|CERTIFICATE))/;
/** The fingerprint of a PGP key, by which the keys of releases are named. */
const fingerprint = /^(?:0x)?(?:[0-9A-F]{4} ?){9}[0-9A-F]{4}$/;
const address = /^[a-z][a-z0-9+.-]*:\/\//i;

/** A word in kebab case that names a thing: `web-tls`, `github-token`. */
const named = /^[a-z]+(?:-[a-z0-9]+)+$/;

export const isHarmless = (value: string): boolean => {
  const text = value.trim();
  return (
    text.length < 3 ||
    switches.test(text) ||
    isPlaceholder(text) ||
    references.test(text) ||
    path.test(text) ||
    digest.test(text) ||
    passwordHash.test(text) ||
    publicKey.test(text) ||
    fingerprint.test(text)
  );
};

/** True for what is to be replaced, by a program or by a person. */
export const isPlaceholder = (value: string): boolean => {
  const text = value.trim();
  return templates.test(text) || (text.length <= 80 && (placeholderWords.test(text) || filler.test(text)));
};

export const isAddress = (value: string): boolean => address.test(value.trim());

/** True for the name of a thing rather than a secret: a Secret object, a header, a cookie. */
export const isThingName = (value: string): boolean =>
  named.test(value) && /secret|password|token|credential|creds|tls|cert|auth|key|config/.test(value);
