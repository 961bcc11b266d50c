/** What a directory or file of a node gives to a container that mounts it. */
export interface HostPathDanger {
  /** Says what is there, as the subject of "… lets": The kernel's settings. */
  readonly holds: string;
  /** True where a read-only mount gives the node away too. */
  readonly evenReadOnly: boolean;
}

const any = (holds: string): HostPathDanger => ({ holds, evenReadOnly: true });
const written = (holds: string): HostPathDanger => ({ holds, evenReadOnly: false });

/** By path; a path below one of them is as dangerous, unless a longer entry says otherwise. */
export const hostPathDangers: Readonly<Record<string, HostPathDanger>> = {
  '/': any('the whole file system of the node'),
  '/bin': written('programs that the node runs as root'),
  '/boot': written("the node's kernel and its boot settings"),
  '/dev': any("the node's devices, its disks among them"),
  '/etc': any("the node's settings, password hashes and scheduled jobs"),
  '/etc/cni': written('the network plugins that the kubelet runs as root'),
  '/etc/kubernetes': any("the cluster's keys, kubeconfigs and static pods"),
  '/etc/kubernetes/manifests': any('the static pods, which the kubelet starts without asking anybody'),
  '/etc/localtime': written("the node's time zone"),
  '/etc/ssl/certs': written('the certificate authorities that the node trusts'),
  '/home': any("the users' files and SSH keys"),
  '/lib': written('libraries and kernel modules of the node'),
  '/lib/modules': written("the node's kernel modules"),
  '/lib64': written('libraries of the node'),
  '/opt/cni': written('the network plugins that the kubelet runs as root'),
  '/proc': any(
    "the node's processes and kernel settings; through core_pattern the kernel runs any program as root",
  ),
  '/root': any("root's files and SSH keys"),
  '/run': any('the sockets of the container runtime and of system services'),
  '/sbin': written('programs that the node runs as root'),
  '/sys': written('kernel settings; through cgroups and uevent_helper the kernel runs any program as root'),
  '/sys/fs/cgroup': written(
    'the control groups; through a release_agent the kernel runs any program as root',
  ),
  '/usr': written('programs and libraries that the node runs as root'),
  '/usr/share/zoneinfo': written("the node's time zones"),
  '/var': any("the kubelet's and the container runtime's state"),
  '/var/lib': any("the kubelet's and the container runtime's state"),
  '/var/lib/containerd': any('the files of all containers of the node'),
  '/var/lib/docker': any('the files of all containers of the node'),
  '/var/lib/etcd': any("the cluster's database with all Secrets"),
  '/var/lib/kubelet': any("the kubelet's keys, and the Secrets and tokens of all pods of the node"),
  '/var/lib/kubelet/device-plugins': written('the sockets of device plugins'),
  '/var/log': written('the logs, where a link lets the kubelet give out any file of the node'),
  '/var/run': any('the sockets of the container runtime and of system services'),
};

/** Sockets of container runtimes, by the end of their path: whoever talks to one is root on the node. */
export const runtimeSockets: Readonly<Record<string, string>> = {
  'docker.sock': 'Docker',
  'containerd.sock': 'containerd',
  'containerd.sock.ttrpc': 'containerd',
  'crio.sock': 'CRI-O',
  'cri-dockerd.sock': 'Docker',
  'dockershim.sock': 'Docker',
  'podman.sock': 'Podman',
  'buildkitd.sock': 'BuildKit',
  'frakti.sock': 'Frakti',
};
