package io.sockspec.lab.container;

import io.sockspec.lab.Lab;
import io.sockspec.lab.LabPlan;
import io.sockspec.lab.Laboratory;

/// A program that makes one lab after another until it is killed; says so when it begins.
final class ContainerHolder {
    private ContainerHolder() {}

    public static void main(String[] arguments) {
        System.out.println("begins");
        Laboratory laboratory = ContainerLaboratory.open(ContainerLaboratory.HOST);
        while (true) {
            try (Lab lab = laboratory.open(LabPlan.of("client", "server"))) {
                lab.wire().drain();
            }
        }
    }
}
