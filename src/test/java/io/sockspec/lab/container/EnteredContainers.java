package io.sockspec.lab.container;

import io.sockspec.lab.Lab;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.Laboratory;
import io.sockspec.lab.namespace.Kernel;
import io.sockspec.lab.namespace.NamespaceLab;
import io.sockspec.libc.Libc;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.function.Supplier;

/// Labs of containers that threads of this process can go into, as root: for what would otherwise
/// measure the agent.
final class EnteredContainers implements Laboratory {
    private static final int CLONE_NEWNET = 0x40000000;
    private static final int O_CLOEXEC = 0x80000;

    private final Engine engine;
    private final Image image = Image.built(ContainerLaboratory.HOST);

    EnteredContainers(Engine engine) {
        this.engine = engine;
    }

    @Override
    public String transport() {
        return "tap";
    }

    @Override
    public Lab open(LabPlan plan) {
        return NamespaceLab.open(plan, transport(), _ -> kernel(), () -> {});
    }

    private Kernel kernel() {
        HostContainer container = HostContainer.start(image, engine, Owner.self());
        container.renew();
        ContainerKernel kernel = new ContainerKernel(container.control(), container::close);
        int inside = open("/proc/" + pid(container.control().container()) + "/ns/net");
        return (Kernel) Proxy.newProxyInstance(
                Kernel.class.getClassLoader(), new Class<?>[] {Kernel.class}, (_, method, given) -> {
                    if (method.getName().equals("in")) {
                        return within(inside, (Supplier<?>) given[0]);
                    }
                    if (method.getName().equals("close")) {
                        Libc.close(inside);
                    }
                    try {
                        return method.invoke(kernel, given);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private static String pid(String container) {
        try {
            return TestEngine.docker("inspect", "--format", "{{.State.Pid}}", container)
                    .getFirst();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException stopped) {
            throw new AssertionError(stopped);
        }
    }

    private static Object within(int namespace, Supplier<?> call) {
        int home = open("/proc/thread-self/ns/net");
        try {
            enter(namespace);
            return call.get();
        } finally {
            enter(home);
            Libc.close(home);
        }
    }

    private static void enter(int namespace) {
        if (Libc.setns(namespace, CLONE_NEWNET) != 0) {
            throw new AssertionError("the namespace of a container cannot be entered; run this as root");
        }
    }

    private static int open(String path) {
        int fd = Libc.open(path, O_CLOEXEC, 0);
        if (fd < 0) {
            throw new AssertionError(path + " cannot be opened; run this as root");
        }
        return fd;
    }
}
