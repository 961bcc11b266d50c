export { type ArgumentSecret, secretsInArguments } from './arguments';
export { isHarmless, isPlaceholder } from './harmless';
export { isSecretName } from './names';
export { classifySecret, findSecrets, type PlacedSecret, type Secret } from './secret';
