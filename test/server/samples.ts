/** A pod that runs privileged, and that no policy selects. */
export const privilegedPod = `apiVersion: v1
kind: Pod
metadata:
  name: shop
  namespace: shop
  labels:
    app: shop
spec:
  containers:
    - name: web
      image: registry.example.com/shop:1.4.2
      securityContext:
        privileged: true
`;

export const plainPod = privilegedPod.replace('privileged: true', 'privileged: false');

/** A pod of two containers that both run privileged. */
export const twicePrivilegedPod = `${privilegedPod}    - name: side
      image: registry.example.com/side:1.0.0
      securityContext:
        privileged: true
`;

/** Selects the pod above, for both directions. */
export const policy = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata:
  name: shop
  namespace: shop
spec:
  podSelector:
    matchLabels:
      app: shop
  policyTypes: [Ingress, Egress]
`;
