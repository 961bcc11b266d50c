/** A pod with one mistake that every profile reports: line 7 is `    privileged: true # for the old driver`. */
export const privilegedPod = (name: string): string => `apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: ${name} }
spec:
  containers:
    - name: web
      image: registry.example.com/web:1.4.2
      securityContext:
        privileged: true # for the old driver
`;

export const openPolicy = (namespace: string): string => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: all, namespace: ${namespace} }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
`;
