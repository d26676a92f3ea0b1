package io.sockspec.lab.namespace;

import io.sockspec.lab.Lab;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.Laboratory;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A program that holds labs open until it is killed, or its standard input ends.
final class LabHolder {
    private LabHolder() {}

    /// @param arguments the transport, and how many labs
    public static void main(String[] arguments) throws IOException {
        Laboratory laboratory = NamespaceLaboratory.with(arguments[0]);
        List<Lab> labs = new ArrayList<>();
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            labs.add(laboratory.open(LabPlan.of("client", "server")));
        }
        System.out.println(labs.size());
        while (System.in.read() >= 0) {
            // Nothing is said to it; it waits for the end.
        }
    }
}
