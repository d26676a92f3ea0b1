package io.sockspec.steps;

import io.cucumber.datatable.DataTable;
import io.sockspec.register.LabBroken;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;

/// Tables whose rows have a name and a value.
final class Rows {
    private Rows() {}

    /// @throws LabBroken when a row has not two cells
    static void each(DataTable table, BiConsumer<String, String> row) {
        for (List<String> cells : table.asLists()) {
            if (cells.size() != 2) {
                throw new LabBroken("a row of the table has two cells, a name and a value, not " + cells.size());
            }
            // Cucumber hands over an empty cell as null.
            row.accept(Objects.requireNonNullElse(cells.get(0), ""), Objects.requireNonNullElse(cells.get(1), ""));
        }
    }

    static Map<String, String> map(DataTable table) {
        Map<String, String> map = new LinkedHashMap<>();
        each(table, map::put);
        return map;
    }
}
